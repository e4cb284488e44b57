<#-- The phone of the demo. Its own small page: it must refresh itself without a script too, which only the head can say. -->
<#assign outbox = twostepOutbox!{}>
<#assign seconds = outbox.refreshSeconds!5>
<!DOCTYPE html>
<html lang="${lang!'en'}" dir="${((locale.rtl)!false)?then('rtl', 'ltr')}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <meta name="robots" content="noindex">
  <noscript><meta http-equiv="refresh" content="${seconds?c}"></noscript>
  <title>${msg("twostepOutboxTitle")}</title>
  <link rel="icon" href="${url.resourcesPath}/img/favicon.ico">
  <link rel="stylesheet" href="${url.resourcesPath}/twostep/outbox.css">
</head>
<body>
  <main class="phone" data-twostep-refresh="${seconds?c}">
    <header>
      <h1>${msg("twostepOutboxTitle")}</h1>
      <p>${msg("twostepOutboxIntro")}</p>
    </header>
    <div role="log" aria-label="${msg("twostepOutboxTitle")}" data-twostep-texts>
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
    </div>
  </main>
  <script type="module" src="${url.resourcesPath}/twostep/outbox.js"></script>
</body>
</html>
