// Sass, then esbuild, into the folder the server serves. Every file's name carries a hash of what is in it,
// and staticfiles.json says which is which, in the form Django's ManifestStaticFilesStorage reads: nothing is collected.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(here);
const foundation = join(root, "src/alongside/foundation");
const out = join(foundation, "assets");
const notices = join(foundation, "THIRD_PARTY.txt");
const stamp = join(root, ".stamps/frontend");

const digest = (data) => createHash("sha256").update(data);
const under = (dir) => readdirSync(join(here, dir)).sort().map((name) => join(here, dir, name));

function fingerprint() {
  const inputs = ["scss", "js", "static", "licences"].flatMap(under);
  inputs.push(join(here, "build.mjs"), join(here, "package-lock.json"), join(root, "LICENSE"));
  const hash = createHash("sha256");
  for (const path of inputs) hash.update(basename(path) + "\0").update(readFileSync(path));
  return hash.digest("hex");
}

const now = fingerprint();
const built = existsSync(join(out, "staticfiles.json")) && existsSync(notices);
if (built && existsSync(stamp) && readFileSync(stamp, "utf8") === now) process.exit(0);

const esbuild = await import("esbuild");
const sass = await import("sass");
const scss = {
  name: "scss",
  setup(build) {
    build.onLoad({ filter: /\.scss$/ }, ({ path }) => {
      const options = { loadPaths: [join(here, "node_modules/govuk-frontend/dist")], quietDeps: true };
      return { contents: sass.compile(path, options).css, loader: "css", resolveDir: here };
    });
  },
};

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const names = {};
const bundled = new Set();

async function bundle(entries) {
  const { metafile } = await esbuild.build({
    absWorkingDir: here, entryPoints: entries, outdir: out, bundle: true, minify: true, metafile: true, format: "esm",
    target: ["chrome105", "firefox115", "safari15.4"], entryNames: "[name]-[hash]", assetNames: "[name]-[hash]",
    loader: { ".woff2": "file" }, plugins: [scss], legalComments: "none", logLevel: "warning",
  });
  for (const [path, { entryPoint, inputs }] of Object.entries(metafile.outputs)) {
    const name = basename(path);
    names[entryPoint ? basename(entryPoint).replace(/\.scss$/, ".css") : name.replace(/-[0-9A-Z]{8}\./, ".")] = name;
    for (const input of Object.keys(inputs)) {
      const found = input.match(/node_modules\/((?:@[^/]+\/)?[^/]+)/);
      if (found) bundled.add(found[1]);
    }
  }
}

function keep(name, data) {
  const tag = digest(data).digest("hex").slice(0, 8).toUpperCase();
  const hashed = `${basename(name, extname(name))}-${tag}${extname(name)}`;
  writeFileSync(join(out, hashed), data);
  names[name] = hashed;
}

function licence(name) {
  const dir = join(here, "node_modules", name);
  const file = readdirSync(dir).find((each) => /^licen[cs]e/i.test(each));
  const kept = join(here, "licences", `${name}.txt`); // some packages leave their licence out
  if (!file && !existsSync(kept)) throw new Error(`${name} is bundled and carries no licence: add frontend/licences/${name}.txt`);
  const { version, license } = JSON.parse(readFileSync(join(dir, "package.json")));
  const text = readFileSync(file ? join(dir, file) : kept, "utf8");
  return `${name} ${version} (${license})\n${"=".repeat(60)}\n\n${text.trim()}\n`;
}

await bundle(["scss/app.scss", "scss/mine.scss"]); // the person's own page pays for its own look
bundled.add("govuk-frontend"); // Sass has merged it by the time esbuild looks
await bundle(readdirSync(join(here, "js")).filter((name) => /^[a-z].*\.js$/.test(name)).map((name) => `js/${name}`));
for (const path of under("static")) keep(basename(path), readFileSync(path));

const intro = "Alongside carries work of others in the files its pages load. Their licences:\n\n";
const third = intro + [...bundled].sort().map(licence).join("\n\n");
writeFileSync(notices, third);
keep("licences.txt", `${readFileSync(join(root, "LICENSE"), "utf8")}\n\n${third}`);

const paths = Object.fromEntries(Object.entries(names).sort());
const hash = digest(JSON.stringify(paths)).digest("hex").slice(0, 12);
for (const name of Object.values(names)) {
  if (!/\.(css|js|svg|txt)$/.test(name)) continue;
  const data = readFileSync(join(out, name));
  writeFileSync(join(out, `${name}.gz`), gzipSync(data, { level: 9 }));
  writeFileSync(join(out, `${name}.br`), brotliCompressSync(data, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: data.length } }));
}
writeFileSync(join(out, "staticfiles.json"), JSON.stringify({ paths, version: "1.1", hash }, null, 1));
mkdirSync(dirname(stamp), { recursive: true });
writeFileSync(stamp, now);
for (const name of Object.values(paths)) console.log(`${String(statSync(join(out, name)).size).padStart(8)}  ${name}`);
