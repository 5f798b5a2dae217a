import { defineConfig } from "drizzle-kit";

// Run by a maintainer after a change of the tables in src/store:
//   npx drizzle-kit generate --config drizzle/drizzle.config.ts --name what_changes
export default defineConfig({
  dialect: "postgresql",
  schema: "./src/store/schema*.ts",
  out: "./drizzle",
});
