import { z } from 'zod'
import { stampedEventSchema } from './event-schema'
import { rubricSchema } from './rubric-schema'

/** The published JSON Schemas (draft 2020-12) by file name; written into resources/schemas by `npm run schemas:write`. */
export function jsonSchemas(): Readonly<Record<string, object>> {
  return {
    'rubric.schema.json': publish(
      rubricSchema,
      'scorebench.rubric/1',
      'A scoring standard (评分标准). Points are whole thousandths: 200 is 0.2 分.',
    ),
    'journal-event.schema.json': publish(
      stampedEventSchema,
      'scorebench.journal-event/1',
      'One line of journal.jsonl: what happened to a sheet, stamped and chained by SHA-256.',
    ),
  }
}

function publish(schema: z.ZodType, title: string, description: string): object {
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12' })
  return { $schema, title, description, ...rest }
}
