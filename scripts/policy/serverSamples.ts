import { commonHeaders, hashedFolders, keptForever, neverKept } from '../../src/policy/responseHeaders.ts'

/** Sample configurations of two web servers, by file name; both send what `_headers` says. */
export function serverSamples(): Readonly<Record<string, string>> {
  return { 'nginx.conf': nginx(), Caddyfile: caddy() }
}

const origin =
  '# Written from src/policy by `node scripts/policy/main.ts`: change it there.\n' +
  '# Put in your own name, certificate and folder.\n'

function nginx(): string {
  const headers = Object.entries(commonHeaders).map(
    ([name, value]) => `  add_header ${name} "${value}" always;`,
  )
  return `${origin}
# By status too: an answer that a file is missing must not be kept.
map "$status:$uri" $practice_vitals_cache {
  default "${neverKept}";
  "~^(200|206|304):/(${hashedFolders.join('|')})/" "${keptForever}";
}

server {
  listen 443 ssl;
  http2 on;
  server_name vitals.example.org;
  ssl_certificate /etc/ssl/vitals.example.org.pem;
  ssl_certificate_key /etc/ssl/vitals.example.org.key;
  ssl_protocols TLSv1.2 TLSv1.3;

  root /srv/practice-vitals;
  index index.html;
  error_page 404 /404.html;
  server_tokens off;
  gzip on;
  gzip_types text/css text/javascript application/javascript application/json image/svg+xml;

  # No block below may add headers: nginx would then leave these out.
${headers.join('\n')}
  add_header Cache-Control $practice_vitals_cache always;

  location / {
    try_files $uri $uri/ =404;
  }
  location = /_headers {
    return 404;
  }
  location ~ /\\. {
    return 404;
  }
}

server {
  listen 80;
  server_name vitals.example.org;
  return 301 https://$host$request_uri;
}
`
}

function caddy(): string {
  const headers = Object.entries(commonHeaders).map(([name, value]) => `\t\t${name} "${value}"`)
  const hashed = hashedFolders.map((folder) => `/${folder}/*`).join(' ')
  return `${origin}
(practice_vitals) {
	header {
${headers.join('\n')}
		-Server
	}
}

vitals.example.org {
	root * /srv/practice-vitals
	encode zstd gzip
	import practice_vitals

	@hashed path ${hashed}
	@changing not path ${hashed}
	header @hashed Cache-Control "${keptForever}"
	header @changing Cache-Control "${neverKept}"

	@hidden path /_headers /.*
	error @hidden 404
	file_server

	handle_errors {
		import practice_vitals
		header Cache-Control "${neverKept}"
		rewrite * /404.html
		file_server
	}
}
`
}
