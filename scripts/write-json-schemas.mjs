// npm run schemas:write: the JSON Schemas of resources/schemas, made from the zod ones. A unit test keeps them current.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { importTypeScript, ROOT } from './import-typescript.mjs'

const { schemas } = await importTypeScript({ schemas: 'shared/schema/json-schemas.ts' })
const folder = join(ROOT, 'resources', 'schemas')
mkdirSync(folder, { recursive: true })
for (const [name, schema] of Object.entries(schemas.jsonSchemas())) {
  writeFileSync(join(folder, name), `${JSON.stringify(schema, null, 2)}\n`)
  console.log(name)
}
