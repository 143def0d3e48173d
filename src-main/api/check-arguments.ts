import * as v from 'valibot'
import type { MainApi } from '#shared/contract.ts'
import { AnnalsError } from '#shared/errors.ts'
import { CALL_SCHEMAS } from './call-schemas.ts'

type Call = (...args: unknown[]) => unknown

/** @returns the same calls, each of which first checks what it was given. @throws ARGUMENT_INVALID */
export function checkArguments(api: MainApi): MainApi {
  const checked = Object.entries(CALL_SCHEMAS).map(([name, schema]) => {
    const call: Call = async (...args) => {
      const result = v.safeParse(schema, args)
      if (!result.success) {
        const where = v.getDotPath(result.issues[0]) ?? ''
        throw new AnnalsError(
          'ARGUMENT_INVALID',
          `${name}: argument ${where} is not valid: ${result.issues[0].message}`,
        )
      }
      return await (api[name as keyof MainApi] as Call)(...result.output)
    }
    return [name, call]
  })
  return Object.fromEntries(checked) as MainApi
}
