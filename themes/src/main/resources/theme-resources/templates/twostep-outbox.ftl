<#-- The phone of the demo. Its own small page: it must refresh itself without a script, which only the head can say. -->
<#assign outbox = twostepOutbox!{}>
<!DOCTYPE html>
<html lang="${lang!'en'}" dir="${((locale.rtl)!false)?then('rtl', 'ltr')}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <meta name="robots" content="noindex">
  <meta http-equiv="refresh" content="${(outbox.refreshSeconds!5)?c}">
  <title>${msg("twostepOutboxTitle")}</title>
  <link rel="icon" href="${url.resourcesPath}/img/favicon.ico">
  <link rel="stylesheet" href="${url.resourcesPath}/twostep/outbox.css">
</head>
<body>
  <main class="phone">
    <header>
      <h1>${msg("twostepOutboxTitle")}</h1>
      <p>${msg("twostepOutboxIntro")}</p>
    </header>
    <#if (outbox.messages![])?has_content>
      <ol role="list">
        <#list outbox.messages as message>
          <li>
            <p class="to"><span>${msg("twostepOutboxTo")} <bdi dir="ltr">${message.to!}</bdi></span> <time<#if message.at?has_content> datetime="${message.at}"</#if>>${message.time!}</time></p>
            <p class="bubble" dir="auto">${message.body!}</p>
          </li>
        </#list>
      </ol>
    <#else>
      <p class="empty">${msg("twostepOutboxEmpty")}</p>
    </#if>
  </main>
</body>
</html>
