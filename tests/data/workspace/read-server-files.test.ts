import { expect, it } from 'vitest'
import { sha256Hex } from '@/data/hash'
import { photoPaths, readServerFiles, serverManifestSha256 } from '@/data/workspace/read-server-files'
import { FOLDER_URL, serveFolder } from '../../fixtures/folder-server'
import { smallGeodata } from '../../fixtures/small-geodata'

const ask = (server: ReturnType<typeof serveFolder>) =>
  readServerFiles({ baseUrl: FOLDER_URL, fetch: server.fetch as typeof fetch, timeoutMs: 1000 }, new Map())
function withPhotos() {
  const geodata = smallGeodata()
  geodata.tour.photos = [{ communityId: 'C01', before: 'photos/a.jpg', after: 'photos/a.jpg', credit: 'x' }]
  return serveFolder(geodata)
}

it('gives every file of the folder, the manifest and the photos of the tour', async () => {
  const server = withPhotos()
  server.files.set('photos/a.jpg', 'a picture')
  const { files, folder } = (await ask(server))!
  expect([...files.keys()].sort()).toEqual([...server.files.keys()].sort())
  expect(new TextDecoder().decode(files.get('photos/a.jpg'))).toBe('a picture')
  expect(photoPaths(folder)).toEqual(['photos/a.jpg'])
})

it('does without what the server does not have', async () => {
  const server = withPhotos()
  server.files.delete('roads.geojson')
  const { files } = (await ask(server))!
  expect([files.has('roads.geojson'), files.has('photos/a.jpg'), files.has('manifest.json')]).toEqual([false, false, true])
})

it('has nothing if one file did not come: it may come the next time', async () => {
  for (const path of ['roads.geojson', 'photos/a.jpg', 'manifest.json']) {
    const server = withPhotos()
    server.answers[path] = () => new Response('', { status: 503 })
    expect(await ask(server)).toBeNull()
  }
})

it('knows the manifest of the server by its hash', async () => {
  const server = serveFolder()
  const options = { baseUrl: FOLDER_URL, fetch: server.fetch as typeof fetch, timeoutMs: 1000 }
  expect(await serverManifestSha256(options)).toBe(sha256Hex(new TextEncoder().encode(server.files.get('manifest.json'))))
  server.answers['manifest.json'] = () => Promise.reject(new TypeError('no line'))
  expect(await serverManifestSha256(options)).toBeNull()
})
