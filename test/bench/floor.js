import { createServer } from "node:http";
import pg from "pg";

/**
 * The bare floor: what comes over HTTP is stored with one prepared statement and acknowledged. It verifies, reads, routes and
 * answers nothing; a repeat is found by the database alone.
 */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
await pool.query("create table floor (id text primary key, body text not null)");
const text = "insert into floor (id, body) values ($1, $2) on conflict (id) do nothing";

const server = createServer((request, response) => {
  const parts = [];
  request.on("data", (part) => parts.push(part));
  request.on("end", () => {
    const id = new URL(request.url ?? "/", "http://floor").searchParams.get("nonce");
    pool.query({ name: "keep", text, values: [id, Buffer.concat(parts).toString()] }).then(
      () => response.writeHead(200, { "content-type": "text/plain" }).end("ok"),
      () => response.writeHead(500).end(),
    );
  });
});
server.listen(0, "127.0.0.1", () => process.stdout.write(`Ready: http://127.0.0.1:${server.address().port}\n`));
process.on("SIGTERM", () => process.exit(0));
