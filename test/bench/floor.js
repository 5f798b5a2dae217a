import { createServer } from "node:http";
import { decrypt, encrypt, getSignature } from "@wecom/crypto";
import pg from "pg";

/**
 * The floor: what comes over HTTP is stored with one prepared statement and acknowledged; a repeat is found by the database alone.
 * Without a key that is all. With one it does the platform's part as well, which no bot can leave out: the signature is checked,
 * the message opened, and the answer encrypted and signed. It understands nothing.
 */
const { DATABASE_URL, WECOM_BOT_TOKEN: token, WECOM_BOT_ENCODING_AES_KEY: key } = process.env;
const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 10 });
await pool.query("create table if not exists floor (id text primary key, body text not null)");
const text = "insert into floor (id, body) values ($1, $2) on conflict (id) do nothing";

const server = createServer((request, response) => {
  const parts = [];
  request.on("data", (part) => parts.push(part));
  request.on("end", () => {
    const query = new URL(request.url ?? "/", "http://floor").searchParams;
    const body = Buffer.concat(parts).toString();
    const kept = key === undefined ? { id: query.get("nonce"), body } : opened(query, body);
    pool.query({ name: "keep", text, values: [kept.id, kept.body] }).then(
      () => response.writeHead(200, { "content-type": "application/json" }).end(key === undefined ? "ok" : answer(query)),
      () => response.writeHead(500).end(),
    );
  });
});

function opened(query, body) {
  const { encrypt: sealed } = JSON.parse(body);
  const signature = getSignature(token, query.get("timestamp"), query.get("nonce"), sealed);
  if (signature !== query.get("msg_signature")) throw new Error("the signature is wrong");
  const { message } = decrypt(key, sealed);
  return { id: JSON.parse(message).msgid, body: message };
}

function answer(query) {
  const [nonce, timestamp] = [query.get("nonce"), Number(query.get("timestamp"))];
  const stream = { id: nonce, finish: true, content: "已收到" };
  const sealed = encrypt(key, JSON.stringify({ msgtype: "stream", stream }), "");
  return JSON.stringify({ encrypt: sealed, msgsignature: getSignature(token, timestamp, nonce, sealed), timestamp, nonce });
}

server.listen(0, "127.0.0.1", () => process.stdout.write(`Ready: http://127.0.0.1:${server.address().port}\n`));
process.on("SIGTERM", () => process.exit(0));
