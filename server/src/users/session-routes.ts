import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { refuse } from '@kusanya/domain/refusal.ts'
import { tidyEmail } from '@kusanya/domain/sign-in.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { Context } from '../context.ts'
import { endOfEvents } from '../events/watch-events.ts'
import { writePlace } from '../events/wire.ts'
import { qrDrawing } from '../pay-page/qr.ts'
import { askReset, changePassword, choosePassword } from './change-password.ts'
import { changeSelf, switchBusiness } from './change-self.ts'
import { cookieOf, requireOurPages } from './cookie.ts'
import { countTry, forgetTry, tryOf } from './failures.ts'
import { useLink } from './links.ts'
import { isPassword } from './passwords.ts'
import { findMemberships, findUser, type User } from './rows.ts'
import { endSessions, findSession, type Session } from './sessions.ts'
import { enter, signIn } from './sign-in.ts'
import { confirmTotp, offerTotp, removeTotp, useCode } from './totp.ts'
import {
  ChangePasswordBody,
  ChoosePasswordBody,
  CodeBody,
  presentSession,
  ProofBody,
  ResetRequestBody,
  SignInBody,
  SwitchBody,
  UpdateSelfBody,
} from './wire.ts'

const schema = { hide: true }

/** What the dashboard asks to sign somebody in and out. Cookies only: no key opens these. */
export const sessionRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    const ours = () => cookieOf(ctx.publicUrl)
    const browserOf = (request: FastifyRequest) => request.headers['user-agent'] ?? 'unknown'
    const done = { success: true }

    app.addHook('onRequest', async (request, reply) => {
      reply.header('cache-control', 'no-store')
      requireOurPages({ method: request.method, host: request.host, headers: request.headers })
    })

    const signedIn = async (request: FastifyRequest): Promise<Session> => {
      const token = request.cookies[ours().name]
      return (token && (await findSession(ctx, token))) || refuse('not_signed_in')
    }
    const theUser = async ({ userId }: Session): Promise<User> =>
      (await findUser(ctx.sql, { id: userId })) ?? refuse('not_signed_in')
    const giveCookie = (reply: FastifyReply, token: string) => reply.setCookie(ours().name, token, ours().options)
    /** What changes how somebody signs in wants the password again; guessing it here waits as at the door. */
    const prove = async (request: FastifyRequest, user: User, password: string) => {
      const attempt = tryOf(user.email, request.ip)
      await countTry(ctx, attempt)
      if (!(await isPassword(password, user.password))) refuse('password_wrong')
      await forgetTry(ctx, attempt)
    }

    app.post('/session/create', { schema: { ...schema, body: SignInBody } }, async (request, reply) => {
      const { email, password, code } = request.body
      const token = await signIn(ctx, {
        email,
        password,
        code: code ?? null,
        address: request.ip,
        browser: browserOf(request),
      })
      giveCookie(reply, token)
      return done
    })

    app.get('/session/details', { schema }, async (request) => {
      const session = await signedIn(request)
      const [user, memberships] = await Promise.all([theUser(session), findMemberships(ctx.sql, session.userId)])
      const lastevent = writePlace(await endOfEvents(ctx, session.businessId))
      return { ...done, data: { ...presentSession(session, user, memberships), lastevent } }
    })

    app.post('/session/end', { schema }, async (request, reply) => {
      const session = await signedIn(request)
      await endSessions(ctx, session.userId, { only: session.id })
      reply.clearCookie(ours().name, ours().options)
      return done
    })

    app.post('/session/end-others', { schema }, async (request) => {
      const session = await signedIn(request)
      return { ...done, data: { ended: await endSessions(ctx, session.userId, { but: session.id }) } }
    })

    app.patch('/session/update', { schema: { ...schema, body: UpdateSelfBody } }, async (request) => {
      await changeSelf(ctx, await signedIn(request), request.body)
      return done
    })

    app.post('/session/business', { schema: { ...schema, body: SwitchBody } }, async (request) => {
      await switchBusiness(ctx, await signedIn(request), request.body.businessid)
      return done
    })

    app.post('/session/password/update', { schema: { ...schema, body: ChangePasswordBody } }, async (request) => {
      const session = await signedIn(request)
      await prove(request, await theUser(session), request.body.current)
      await changePassword(ctx, session, request.body.current, request.body.password)
      return done
    })

    app.post('/session/reset/request', { schema: { ...schema, body: ResetRequestBody } }, async (request) => {
      await countTry(ctx, tryOf(`reset ${tidyEmail(request.body.email)}`, request.ip))
      await askReset(ctx, request.body.email)
      return done
    })

    for (const kind of ['reset', 'invitation'] as const) {
      const path = kind === 'reset' ? '/session/reset/confirm' : '/session/invitation/accept'
      app.post(path, { schema: { ...schema, body: ChoosePasswordBody } }, async (request, reply) => {
        const { token, password } = request.body
        const { user, businessId } = await choosePassword(ctx, kind, token, password)
        // A second factor is still asked for: only who has none is let in at once.
        if (!user.totpConfirmed) giveCookie(reply, await enter(ctx, user, businessId, browserOf(request)))
        return done
      })
    }

    app.post('/session/totp/create', { schema }, async (request) => {
      const user = await theUser(await signedIn(request))
      if (user.totpConfirmed) refuse('totp_already')
      const { secret, url } = await offerTotp(ctx, user)
      return { ...done, data: { secret, url, qrcode: String(await qrDrawing(url)) } }
    })

    app.post('/session/totp/confirm', { schema: { ...schema, body: CodeBody } }, async (request) => {
      const user = await theUser(await signedIn(request))
      if (!(await useCode(ctx, user, request.body.code))) refuse('code_wrong')
      await confirmTotp(ctx, user.id)
      return done
    })

    app.post('/session/totp/remove', { schema: { ...schema, body: ProofBody } }, async (request) => {
      const user = await theUser(await signedIn(request))
      await prove(request, user, request.body.password)
      await removeTotp(ctx, user.id)
      return done
    })

    const Token = Type.Object({ token: Type.String() })
    app.get('/sign-in/:token', { schema: { ...schema, params: Token } }, async (request, reply) => {
      const { userId, businessId } = await useLink(ctx.sql, ctx, 'demo', request.params.token)
      const user = (await findUser(ctx.sql, { id: userId })) ?? refuse('link_ended')
      giveCookie(reply, await enter(ctx, user, businessId, browserOf(request)))
      return reply.header('referrer-policy', 'no-referrer').redirect('/', 303)
    })
  }
