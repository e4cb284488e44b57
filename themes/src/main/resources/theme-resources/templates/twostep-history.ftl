<#import "twostep-commons.ftl" as twostep>
<#assign history = twostepHistory!{}>
<#assign requests = history.requests![]>
<#assign accountUrl = history.accountUrl!"">
<#assign signedIn = history.signedIn!false>
<#assign outcomes = {
  "pending": {"text": "twostepHistoryPending", "icon": "fas fa-hourglass-half", "kind": "open"},
  "approved": {"text": "twostepHistoryApproved", "icon": "fas fa-check-circle", "kind": "good"},
  "finished": {"text": "twostepHistoryFinished", "icon": "fas fa-check-circle", "kind": "good"},
  "denied": {"text": "twostepHistoryDenied", "icon": "fas fa-ban", "kind": "bad"},
  "wrong_number": {"text": "twostepHistoryWrongNumber", "icon": "fas fa-exclamation-triangle", "kind": "odd"},
  "reported": {"text": "twostepHistoryReported", "icon": "fas fa-exclamation-circle", "kind": "bad"},
  "expired": {"text": "twostepHistoryExpired", "icon": "fas fa-clock", "kind": "over"},
  "cancelled": {"text": "twostepHistoryCancelled", "icon": "fas fa-times-circle", "kind": "over"}
}>

<#macro request asked>
  <#local outcome = outcomes[asked.status!""]!outcomes.pending>
  <li class="twostep-request twostep-request-${outcome.kind}" data-twostep-status="${asked.status!""}">
    <i class="${outcome.icon} twostep-request-icon" aria-hidden="true"></i>
    <div>
      <p class="twostep-request-outcome">${msg(outcome.text)}</p>
      <p><time datetime="${asked.iso!""}">${asked.time!""}</time></p>
      <#if asked.app?has_content><p><bdi>${asked.app}</bdi></p></#if>
      <#if asked.browser?has_content || asked.os?has_content><p class="twostep-quiet"><@program browser=asked.browser!"" os=asked.os!""/></p></#if>
      <#if asked.address?has_content><p class="twostep-quiet">${msg("twostepHistoryAddress", "\x2068" + asked.address + "\x2069")}</p></#if>
    </div>
  </li>
</#macro>

<#macro program browser os>
  <#if browser?has_content && os?has_content>${msg("twostepHistoryProgram", browser, os)}<#else>${browser}${os}</#if>
</#macro>

<#macro list>
  <p class="twostep-lead">${msg("twostepHistoryIntro")}</p>
  <ol id="twostep-requests" class="twostep-requests" role="list">
    <#list requests as asked><@request asked=asked/></#list>
  </ol>
  <section class="twostep-aside" aria-labelledby="twostep-not-you">
    <h2 id="twostep-not-you">${msg("twostepHistoryNotYou")}</h2>
    <ul>
      <li>${msg("twostepHistoryNotYouReport")}</li>
      <li>${msg("twostepHistoryNotYouPassword")}</li>
    </ul>
  </section>
</#macro>

<@twostep.page heading=msg("twostepHistoryTitle")>
  <article class="twostep-article">
    <#if !signedIn>
      <p id="twostep-history-sign-in" class="twostep-lead">${msg("twostepHistorySignIn")}</p>
    <#elseif requests?has_content>
      <@list/>
    <#else>
      <p id="twostep-no-requests" class="twostep-lead">${msg("twostepHistoryEmpty")}</p>
    </#if>
    <#if accountUrl?has_content>
      <a id="twostep-account" class="${signedIn?then(properties.kcButtonSecondaryClass!, properties.kcButtonPrimaryClass!)} ${properties.kcButtonBlockClass!}" href="${accountUrl}">${msg("twostepHelpAccount")}</a>
    </#if>
  </article>
  <@twostep.helpLink href=(history.helpUrl!"") label=msg("twostepGetHelp")/>
  <@twostep.script file="help.js"/>
</@twostep.page>
