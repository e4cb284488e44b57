<#-- The phone app: one page of its own with all of its screens, so that it opens without a connection too. Scripts show one screen at a time and fill it in. -->
<#assign phone = twostepPhone!{}>
<#assign title = msg("twostepPhoneAppName")>
<#assign realmName = phone.realm!((realm.displayName)!(realm.name)!"")>
<#assign helpUrl = phone.helpUrl!"">

<#macro icon name>
  <#t><svg class="icon icon-${name}" aria-hidden="true" focusable="false"><use href="#icon-${name}"/></svg><#t>
</#macro>

<#macro screen name title>
  <section id="screen-${name}" class="screen" data-title="${title}" hidden>
    <#nested>
  </section>
</#macro>

<#-- A screen that says what is the matter and what to do. -->
<#macro message name title icon="warning">
  <@screen name=name title=title>
    <div class="message">
      <p class="sign sign-${icon}"><@mark name=icon/></p>
      <#nested>
    </div>
  </@screen>
</#macro>

<#macro mark name><@icon name=name/></#macro>

<#macro button id label kind="secondary" icon="" type="button">
  <button id="${id}" class="button ${kind}" type="${type}"><#if icon?has_content><@mark name=icon/></#if><span>${label}</span></button>
</#macro>

<#-- What went wrong, where it went wrong. -->
<#macro problem id>
  <p id="${id}" class="problem" role="alert" hidden></p>
</#macro>

<#-- A name and a value that the script fills in; it is not there while there is no value. -->
<#macro fact of label dir="">
  <div data-row hidden><dt>${label}</dt><dd><bdi data-of="${of}"<#if dir?has_content> dir="${dir}"</#if>></bdi></dd></div>
</#macro>

<#macro fingerprint of label>
  <div class="fingerprint" data-row hidden><span>${label}</span> <bdi data-of="${of}" dir="ltr" translate="no"></bdi></div>
</#macro>

<#macro helpLink topic="" label="">
  <#if helpUrl?has_content>
    <p class="help"><a href="${helpUrl}<#if topic?has_content>/${topic}</#if>" target="_blank" rel="noopener">${label?has_content?then(label, msg("twostepGetHelp"))} <span class="unseen">${msg("twostepNewTab")}</span></a></p>
  </#if>
</#macro>

<#-- How to have the app on an iPhone, where only that keeps its keys and lets notifications through. -->
<#macro homeScreen>
  <ol class="steps">
    <li>${msg("twostepPhoneAppHomeShare")}</li>
    <li>${msg("twostepPhoneAppHomeAdd")}</li>
    <li>${msg("twostepPhoneAppHomeOpen")}</li>
  </ol>
</#macro>

<#macro wording name><li data-text="${name}"><#nested></li></#macro>

<#macro statusWording name title text>
  <@wording name="status-${name}">${title}</@wording>
  <@wording name="status-text-${name}">${text}</@wording>
</#macro>
<!DOCTYPE html>
<html lang="${lang!'en'}" dir="${((locale.rtl)!false)?then('rtl', 'ltr')}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content">
  <meta name="color-scheme" content="light dark">
  <meta name="theme-color" content="#f3f4f9" media="(prefers-color-scheme: light)">
  <meta name="theme-color" content="#0d0f16" media="(prefers-color-scheme: dark)">
  <meta name="robots" content="noindex">
  <meta name="referrer" content="no-referrer">
  <meta name="format-detection" content="telephone=no">
  <meta name="mobile-web-app-capable" content="yes">
  <meta name="apple-mobile-web-app-capable" content="yes">
  <meta name="apple-mobile-web-app-title" content="${msg("twostepPhoneAppShortName")}">
  <title>${title} · ${realmName}</title>
  <#if phone.manifestUrl?has_content><link rel="manifest" href="${phone.manifestUrl}"></#if>
  <link rel="icon" type="image/png" sizes="192x192" href="${url.resourcesPath}/twostep/phone/icon-192.png">
  <link rel="apple-touch-icon" href="${url.resourcesPath}/twostep/phone/icon-180.png">
  <link rel="stylesheet" href="${url.resourcesPath}/twostep/phone/phone.css">
  <#-- Each module is named, so that none waits for another to be read, and the worker finds them all. -->
  <link rel="modulepreload" href="${url.resourcesPath}/twostep/phone/accounts.js">
  <link rel="modulepreload" href="${url.resourcesPath}/twostep/phone/announce.js">
  <link rel="modulepreload" href="${url.resourcesPath}/twostep/phone/api.js">
  <link rel="modulepreload" href="${url.resourcesPath}/twostep/phone/clock.js">
  <link rel="modulepreload" href="${url.resourcesPath}/twostep/phone/codes-screen.js">
  <link rel="modulepreload" href="${url.resourcesPath}/twostep/phone/device-screen.js">
  <link rel="modulepreload" href="${url.resourcesPath}/twostep/phone/dialogs.js">
  <link rel="modulepreload" href="${url.resourcesPath}/twostep/phone/encoding.js">
  <link rel="modulepreload" href="${url.resourcesPath}/twostep/phone/fragment.js">
  <link rel="modulepreload" href="${url.resourcesPath}/twostep/phone/handover-screen.js">
  <link rel="modulepreload" href="${url.resourcesPath}/twostep/phone/install.js">
  <link rel="modulepreload" href="${url.resourcesPath}/twostep/phone/jws.js">
  <link rel="modulepreload" href="${url.resourcesPath}/twostep/phone/keys.js">
  <link rel="modulepreload" href="${url.resourcesPath}/twostep/phone/login-code.js">
  <link rel="modulepreload" href="${url.resourcesPath}/twostep/phone/notifications.js">
  <link rel="modulepreload" href="${url.resourcesPath}/twostep/phone/page.js">
  <link rel="modulepreload" href="${url.resourcesPath}/twostep/phone/pair-screen.js">
  <link rel="modulepreload" href="${url.resourcesPath}/twostep/phone/pairing.js">
  <link rel="modulepreload" href="${url.resourcesPath}/twostep/phone/platform.js">
  <link rel="modulepreload" href="${url.resourcesPath}/twostep/phone/press.js">
  <link rel="modulepreload" href="${url.resourcesPath}/twostep/phone/problems.js">
  <link rel="modulepreload" href="${url.resourcesPath}/twostep/phone/proof.js">
  <link rel="modulepreload" href="${url.resourcesPath}/twostep/phone/pull.js">
  <link rel="modulepreload" href="${url.resourcesPath}/twostep/phone/qr.js">
  <link rel="modulepreload" href="${url.resourcesPath}/twostep/phone/request-screen.js">
  <link rel="modulepreload" href="${url.resourcesPath}/twostep/phone/requests-screen.js">
  <link rel="modulepreload" href="${url.resourcesPath}/twostep/phone/scan.js">
  <link rel="modulepreload" href="${url.resourcesPath}/twostep/phone/screen-lock.js">
  <link rel="modulepreload" href="${url.resourcesPath}/twostep/phone/screens.js">
  <link rel="modulepreload" href="${url.resourcesPath}/twostep/phone/secrets.js">
  <link rel="modulepreload" href="${url.resourcesPath}/twostep/phone/statements.js">
  <link rel="modulepreload" href="${url.resourcesPath}/twostep/phone/store.js">
  <link rel="modulepreload" href="${url.resourcesPath}/twostep/phone/time.js">
  <link rel="modulepreload" href="${url.resourcesPath}/twostep/phone/welcome-screen.js">
  <script type="module" src="${url.resourcesPath}/twostep/phone/app.js"></script>
</head>
<body class="twostep">
  <#-- The app's own drawings, on a ground of 24 by 24. -->
  <svg class="drawings" aria-hidden="true" focusable="false">
    <symbol id="icon-mark" viewBox="0 0 24 24"><path d="M4.4 20v-5.6a.7.7 0 0 1 .7-.7h4.4v-4.4a.7.7 0 0 1 .7-.7h4.4v-3.9a.7.7 0 0 1 .7-.7h4.6a.7.7 0 0 1 .7.7v15.3a.7.7 0 0 1-.7.7h-14.8a.7.7 0 0 1-.7-.7z"/></symbol>
    <symbol id="icon-requests" viewBox="0 0 24 24"><path d="M12 3l7.5 2.8v5.4c0 4.6-3 8-7.5 9.8-4.5-1.8-7.5-5.2-7.5-9.8v-5.4z"/><path d="M8.6 11.8l2.4 2.4 4.4-4.6"/></symbol>
    <symbol id="icon-codes" viewBox="0 0 24 24"><rect x="2.8" y="6" width="18.4" height="12" rx="2.6"/><path d="M7 12h.01M12 12h.01M17 12h.01"/></symbol>
    <symbol id="icon-device" viewBox="0 0 24 24"><rect x="6.2" y="2.8" width="11.6" height="18.4" rx="2.6"/><path d="M10.6 18.2h2.8"/></symbol>
    <symbol id="icon-back" viewBox="0 0 24 24"><path d="M19 12h-14M11 5.5l-6.5 6.5 6.5 6.5"/></symbol>
    <symbol id="icon-forward" viewBox="0 0 24 24"><path d="M9.5 5.5l6.5 6.5-6.5 6.5"/></symbol>
    <symbol id="icon-refresh" viewBox="0 0 24 24"><path d="M19.5 12a7.5 7.5 0 1 1-2.4-5.5M17.6 2.6v4.2h-4.2"/></symbol>
    <symbol id="icon-check" viewBox="0 0 24 24"><path d="M4.8 12.6l4.7 4.7 9.7-10.4"/></symbol>
    <symbol id="icon-stop" viewBox="0 0 24 24"><path d="M6.2 6.2l11.6 11.6M17.8 6.2l-11.6 11.6"/></symbol>
    <symbol id="icon-warning" viewBox="0 0 24 24"><path d="M12 3.8l9 16h-18zM12 10v4.4M12 17.2h.01"/></symbol>
    <symbol id="icon-scan" viewBox="0 0 24 24"><path d="M4 8.5v-2.5a2 2 0 0 1 2-2h2.5M15.5 4h2.5a2 2 0 0 1 2 2v2.5M20 15.5v2.5a2 2 0 0 1-2 2h-2.5M8.5 20h-2.5a2 2 0 0 1-2-2v-2.5M4 12h16"/></symbol>
    <symbol id="icon-copy" viewBox="0 0 24 24"><rect x="8.5" y="8.5" width="12" height="12" rx="2.4"/><path d="M15.5 5.5v-.5a1.5 1.5 0 0 0-1.5-1.5h-9a1.5 1.5 0 0 0-1.5 1.5v9a1.5 1.5 0 0 0 1.5 1.5h.5"/></symbol>
    <symbol id="icon-offline" viewBox="0 0 24 24"><path d="M3 9.5a13 13 0 0 1 4.5-2.7M21 9.5a13 13 0 0 0-9-3.5M6.2 13.2a8.5 8.5 0 0 1 4-2.2M17.8 13.2a8.5 8.5 0 0 0-2.3-1.6M12 18h.01M4 4l16 16"/></symbol>
    <symbol id="icon-bell" viewBox="0 0 24 24"><path d="M5.5 17.5c1.3-1.3 1.7-2.7 1.7-6a4.8 4.8 0 0 1 9.6 0c0 3.3.4 4.7 1.7 6zM10.2 20.5h3.6"/></symbol>
    <symbol id="icon-lock" viewBox="0 0 24 24"><rect x="4.8" y="10.5" width="14.4" height="10" rx="2.4"/><path d="M8 10.5v-3a4 4 0 0 1 8 0v3"/></symbol>
    <symbol id="icon-clock" viewBox="0 0 24 24"><circle cx="12" cy="12" r="8.5"/><path d="M12 7v5.3l3.4 2"/></symbol>
    <symbol id="icon-new" viewBox="0 0 24 24"><path d="M12 5v14M5 12h14"/></symbol>
    <symbol id="icon-edit" viewBox="0 0 24 24"><path d="M4.5 19.5l.9-4 10.2-10.2a2.2 2.2 0 0 1 3.1 3.1l-10.2 10.2z"/></symbol>
    <symbol id="icon-leave" viewBox="0 0 24 24"><path d="M10 4h-4a2 2 0 0 0-2 2v12a2 2 0 0 0 2 2h4M9.5 12h11M16.5 8l4 4-4 4"/></symbol>
  </svg>

  <div id="phone-app" class="phone-app"
      data-api="${phone.api!}" data-issuer="${phone.issuer!}" data-realm="${realmName}" data-worker="${phone.workerUrl!}"
      data-scope="${(phone.workerUrl!"")?replace("[^/]*$", "", "r")}" data-icon="${url.resourcesPath}/twostep/phone/icon-192.png">
    <header class="bar">
      <button id="back" class="round" type="button" hidden><@icon name="back"/><span class="unseen">${msg("twostepPhoneAppBack")}</span></button>
      <h1 id="title" tabindex="-1">${title}</h1>
      <button id="refresh" class="round" type="button" hidden><@icon name="refresh"/><span class="unseen">${msg("twostepPhoneAppRefresh")}</span></button>
    </header>
    <div id="pull" class="pull" aria-hidden="true" hidden><@icon name="refresh"/></div>

    <main>
      <div id="splash" class="splash">
        <p class="logo"><@icon name="mark"/></p>
        <p class="late">${msg("twostepPhoneAppLate")}</p>
      </div>
      <noscript><p class="problem">${msg("twostepPhoneAppNoScript")}</p></noscript>

      <@screen name="welcome" title=msg("twostepPhoneAppWelcome")>
        <p class="logo"><@icon name="mark"/></p>
        <p class="lead centred">${msg("twostepPhoneAppWelcomeIntro")}</p>
        <div class="card" data-must-install hidden>
          <h2>${msg("twostepPhoneAppHomeTitle")}</h2>
          <p>${msg("twostepPhoneAppHomeWhy")}</p>
          <@homeScreen/>
        </div>
        <ol class="steps card">
          <li>${msg("twostepPhoneAppWelcomeSignIn")}</li>
          <li>${msg("twostepPhoneAppWelcomeSetUp")}</li>
          <li><span id="welcome-camera">${msg("twostepPhoneAppWelcomeCamera")}</span> ${msg("twostepPhoneAppWelcomeCode")}</li>
        </ol>
        <div class="buttons">
          <@button id="welcome-scan" label=msg("twostepPhoneAppScan") kind="primary" icon="scan"/>
          <@button id="welcome-type" label=msg("twostepPhoneAppTypeCode")/>
        </div>
        <details class="card">
          <summary>${msg("twostepPhoneAppGone")}</summary>
          <p>${msg("twostepPhoneAppGoneText")}</p>
        </details>
        <@helpLink/>
      </@screen>

      <@screen name="pair" title=msg("twostepPhoneAppPair")>
        <div data-stage="install" data-title="${msg("twostepPhoneAppHomeTitle")}" hidden>
          <p class="lead">${msg("twostepPhoneAppHomeWhy")}</p>
          <div class="card">
            <@homeScreen/>
            <p>${msg("twostepPhoneAppHomeThen")}</p>
          </div>
          <div class="buttons"><@button id="pair-anyway" label=msg("twostepPhoneAppHomeAnyway") kind="quiet"/></div>
        </div>

        <div data-stage="form" hidden>
          <p class="lead">${msg("twostepPhoneAppPairIntro")}</p>
          <form id="pair-form" class="card form" novalidate>
            <div data-typed hidden>
              <label for="pair-code">${msg("twostepPhoneAppPairCode")}</label>
              <input id="pair-code" class="code" dir="ltr" autocomplete="off" autocapitalize="characters" spellcheck="false" enterkeyhint="next" aria-describedby="pair-code-hint">
              <p id="pair-code-hint" class="hint">${msg("twostepPhoneAppPairCodeHint")}</p>
            </div>
            <div data-typed hidden>
              <label for="pair-username">${msg("twostepPhoneAppUsername")}</label>
              <input id="pair-username" autocomplete="username" autocapitalize="none" spellcheck="false" enterkeyhint="next">
            </div>
            <div>
              <label for="pair-name">${msg("twostepPhoneAppDeviceName")}</label>
              <input id="pair-name" maxlength="60" autocomplete="off" enterkeyhint="go" aria-describedby="pair-name-hint">
              <p id="pair-name-hint" class="hint">${msg("twostepPhoneAppDeviceNameHint")}</p>
            </div>
            <p id="pair-lock" class="hint" hidden>${msg("twostepPhoneAppPairLock")}</p>
            <@problem id="pair-error"/>
            <@button id="pair-start" label=msg("twostepPhoneAppPairStart") kind="primary" type="submit"/>
          </form>
        </div>

        <div data-stage="unconfirmed" data-title="${msg("twostepPhoneAppCompare")}" hidden>
          <p class="lead">${msg("twostepPhoneAppCompareText")}</p>
          <div class="card centred">
            <p class="big" data-of="name" dir="auto"></p>
            <@fingerprint of="fingerprint" label=msg("twostepPhoneAppFingerprint")/>
          </div>
          <p class="waiting" role="status"><span class="dots" aria-hidden="true"></span>${msg("twostepPhoneAppCompareWait")}</p>
        </div>

        <div data-stage="trial" data-title="${msg("twostepPhoneAppTrial")}" hidden>
          <p class="lead">${msg("twostepPhoneAppTrialText")}</p>
          <form id="trial-form" class="card form" novalidate data-missing="${msg("twostepPhoneAppTrialMissing")}">
            <div id="trial-typed">
              <label for="trial-number">${msg("twostepPhoneAppTrialNumber")}</label>
              <input id="trial-number" class="number" dir="ltr" inputmode="numeric" autocomplete="off" enterkeyhint="go" aria-describedby="trial-error">
            </div>
            <p id="trial-scanned" hidden>${msg("twostepPhoneAppTrialScanned")}</p>
            <@problem id="trial-error"/>
            <@button id="trial-send" label=msg("twostepPhoneAppApprove") kind="primary" type="submit"/>
          </form>
        </div>

        <div data-stage="tried" data-title="${msg("twostepPhoneAppTried")}" hidden>
          <p class="sign sign-check"><@icon name="check"/></p>
          <p class="lead centred">${msg("twostepPhoneAppTriedText")}</p>
          <p class="waiting" role="status"><span class="dots" aria-hidden="true"></span>${msg("twostepPhoneAppCompareWait")}</p>
        </div>

        <div data-stage="active" data-title="${msg("twostepPhoneAppPaired")}" hidden>
          <p class="sign sign-check"><@icon name="check"/></p>
          <p class="lead centred">${msg("twostepPhoneAppPairedText")}</p>
          <div class="card centred">
            <p class="big" data-of="username" dir="auto"></p>
            <p data-of="realm" dir="auto"></p>
          </div>
          <p id="pair-notify-offer" class="centred">${msg("twostepPhoneAppNotifyWhy")}</p>
          <@problem id="pair-notify-error"/>
          <div class="buttons">
            <button id="pair-notify" class="button primary" type="button" data-failed="${msg("twostepPhoneAppNotifyFailed")}"><@icon name="bell"/><span>${msg("twostepPhoneAppPairedNotify")}</span></button>
            <@button id="pair-later" label=msg("twostepPhoneAppContinue")/>
          </div>
        </div>

        <div data-stage="over" data-title="${msg("twostepPhoneAppPairOver")}" hidden>
          <p class="sign sign-warning"><@icon name="warning"/></p>
          <p class="lead centred" data-of="problem"></p>
          <div class="buttons"><@button id="pair-again" label=msg("twostepPhoneAppStartAgain") kind="primary"/></div>
          <@helpLink/>
        </div>

        <@problem id="pair-problem"/>
        <div class="buttons" data-stage="unconfirmed trial tried" hidden><@button id="pair-stop" label=msg("twostepCancel") kind="quiet"/></div>
      </@screen>

      <@screen name="requests" title=msg("twostepPhoneAppRequests")>
        <@problem id="requests-problem"/>
        <@button id="requests-codes" label=msg("twostepPhoneAppShowCodes") kind="secondary" icon="codes"/>
        <p class="waiting" data-stage="loading" hidden><span class="dots" aria-hidden="true"></span>${msg("twostepPhoneAppLoading")}</p>
        <div class="nothing" data-stage="empty" hidden>
          <p class="sign"><@icon name="requests"/></p>
          <h2>${msg("twostepPhoneAppRequestsEmpty")}</h2>
          <p>${msg("twostepPhoneAppRequestsEmptyText")}</p>
        </div>
        <div data-stage="list" hidden>
          <div data-pending hidden>
            <h2>${msg("twostepPhoneAppRequestsPending")}</h2>
            <ul id="requests-pending" class="list" role="list"></ul>
          </div>
          <div data-recent hidden>
            <h2>${msg("twostepPhoneAppRequestsRecent")}</h2>
            <ul id="requests-recent" class="list" role="list"></ul>
          </div>
        </div>
        <div id="requests-quiet" class="card row" hidden>
          <p class="what">${msg("twostepPhoneAppRequestsQuiet")}</p>
          <@button id="requests-notify" label=msg("twostepPhoneAppNotify") kind="small"/>
        </div>
        <div class="foot">
          <p class="hint" data-of="checked" hidden></p>
          <@button id="requests-refresh" label=msg("twostepPhoneAppRefresh") kind="quiet" icon="refresh"/>
        </div>
      </@screen>

      <@screen name="request" title=msg("twostepPhoneAppRequest")>
        <@problem id="request-problem"/>
        <p class="waiting" data-stage="loading" hidden><span class="dots" aria-hidden="true"></span>${msg("twostepPhoneAppLoading")}</p>
        <div class="buttons" data-stage="failed" hidden><@button id="request-retry" label=msg("twostepPhoneAppTryAgain") kind="primary"/></div>

        <div class="outcome" data-stage="over" hidden>
          <p class="sign sign-check"><@icon name="check"/></p>
          <p class="sign sign-stop"><@icon name="stop"/></p>
          <p class="sign sign-clock"><@icon name="clock"/></p>
          <p class="lead centred" data-of="outcome"></p>
        </div>

        <dl class="card facts" data-stage="pending over" hidden>
          <@fact of="app" label=msg("twostepPhoneAppFactApp")/>
          <@fact of="realm" label=msg("twostepPhoneAppFactRealm")/>
          <@fact of="account" label=msg("twostepPhoneAppFactAccount")/>
          <@fact of="browser" label=msg("twostepPhoneAppFactBrowser")/>
          <@fact of="address" label=msg("twostepPhoneAppFactAddress") dir="ltr"/>
          <@fact of="time" label=msg("twostepPhoneAppFactTime")/>
        </dl>

        <div data-stage="pending" hidden>
          <form id="request-form" class="card form" novalidate>
            <div id="request-typed">
              <label for="request-number">${msg("twostepPhoneAppNumber")}</label>
              <input id="request-number" class="number" dir="ltr" inputmode="numeric" autocomplete="off" enterkeyhint="go" aria-describedby="request-error request-hint">
              <p id="request-hint" class="hint">${msg("twostepPhoneAppNumberHint")}</p>
            </div>
            <p id="request-scanned" hidden>${msg("twostepPhoneAppScanned")}</p>
            <@problem id="request-error"/>
            <@button id="approve" label=msg("twostepPhoneAppApprove") kind="primary" icon="check" type="submit"/>
            <@button id="deny" label=msg("twostepPhoneAppDeny") icon="stop"/>
            <@button id="request-scan" label=msg("twostepPhoneAppScanPage") kind="quiet" icon="scan"/>
          </form>
          <p class="hint centred left" data-of="left"></p>
        </div>

        <div class="buttons" data-stage="pending over" hidden>
          <@button id="not-me" label=msg("twostepPhoneAppNotMe") kind="danger quiet"/>
        </div>
        <div class="buttons" data-stage="over" hidden>
          <@button id="request-done" label=msg("twostepPhoneAppDone") kind="primary"/>
        </div>
      </@screen>

      <@screen name="codes" title=msg("twostepPhoneAppCodes")>
        <p class="note" id="codes-clock" hidden>${msg("twostepPhoneAppCodesClock")}</p>
        <ul id="codes" class="list" role="list"></ul>
        <div class="nothing" data-stage="none" hidden>
          <p class="sign"><@icon name="codes"/></p>
          <p>${msg("twostepPhoneAppCodesNone")}</p>
        </div>
        <div class="about" data-stage="codes" hidden>
          <p>${msg("twostepPhoneAppCodesUse")}</p>
          <p>${msg("twostepHelpTipAddress")}</p>
        </div>
      </@screen>

      <@screen name="device" title=msg("twostepPhoneAppDevice")>
        <@problem id="device-problem"/>
        <div class="card form" data-row hidden>
          <label for="account-choice">${msg("twostepPhoneAppFactAccount")}</label>
          <select id="account-choice"></select>
        </div>
        <div class="card">
          <div class="row">
            <p><span class="what">${msg("twostepPhoneAppDeviceName")}</span> <span class="value"><bdi id="device-name" data-of="name"></bdi></span></p>
            <@button id="rename" label=msg("twostepPhoneAppRename") kind="small"/>
          </div>
          <div class="row"><p><span class="what">${msg("twostepPhoneAppFactAccount")}</span> <span class="value"><bdi data-of="username"></bdi></span></p></div>
          <div class="row"><p><span class="what">${msg("twostepPhoneAppFactRealm")}</span> <span class="value"><bdi data-of="realm"></bdi></span></p></div>
          <div class="row"><p><span class="what">${msg("twostepPhoneAppFingerprint")}</span> <span class="value"><bdi id="device-fingerprint" data-of="fingerprint" dir="ltr" translate="no"></bdi></span></p></div>
        </div>

        <h2>${msg("twostepPhoneAppNotify")}</h2>
        <div id="notifications" class="card">
          <div class="row" data-stage="on" hidden>
            <p><span class="value good">${msg("twostepPhoneAppNotifyOn")}</span> <span class="what">${msg("twostepPhoneAppNotifyOnText")}</span></p>
            <@button id="notify-off" label=msg("twostepPhoneAppNotifyTurnOff") kind="small"/>
          </div>
          <div class="row" data-stage="off" hidden>
            <p><span class="value bad">${msg("twostepPhoneAppNotifyOff")}</span> <span class="what">${msg("twostepPhoneAppNotifyWhy")}</span></p>
            <@button id="notify-on" label=msg("twostepPhoneAppNotifyTurnOn") kind="small strong"/>
          </div>
          <div class="row" data-stage="blocked" hidden>
            <p><span class="value bad">${msg("twostepPhoneAppNotifyBlocked")}</span>
              <span class="what" data-platform="android" hidden>${msg("twostepPhoneAppNotifyBlockedAndroid")}</span>
              <span class="what" data-platform="ios" hidden>${msg("twostepPhoneAppNotifyBlockedIphone")}</span>
              <span class="what" data-platform="other" hidden>${msg("twostepPhoneAppNotifyBlockedComputer")}</span></p>
          </div>
          <div class="row" data-stage="install" hidden>
            <p><span class="value bad">${msg("twostepPhoneAppNotifyInstall")}</span> <span class="what">${msg("twostepPhoneAppNotifyInstallText")}</span></p>
          </div>
          <div class="row" data-stage="unsupported" hidden>
            <p><span class="value bad">${msg("twostepPhoneAppNotifyUnsupported")}</span> <span class="what">${msg("twostepPhoneAppNotifyUnsupportedText")}</span></p>
          </div>
          <@problem id="notify-error"/>
        </div>

        <h2>${msg("twostepPhoneAppKeeping")}</h2>
        <div class="card">
          <div id="approving">
            <div class="row" data-stage="webauthn" hidden><p><span class="value good">${msg("twostepPhoneAppLockOn")}</span> <span class="what">${msg("twostepPhoneAppLockOnText")}</span></p></div>
            <div class="row" data-stage="device" hidden><p><span class="value">${msg("twostepPhoneAppLockOff")}</span> <span class="what">${msg("twostepPhoneAppLockOffText")}</span></p></div>
          </div>
          <div id="storage">
            <div class="row" data-stage="kept" hidden>
              <p><span class="value good">${msg("twostepPhoneAppStorageKept")}</span> <span class="what">${msg("twostepPhoneAppStorageKeptText")}</span></p>
            </div>
            <div class="row" data-stage="loose" hidden>
              <p><span class="value">${msg("twostepPhoneAppStorageLoose")}</span> <span class="what">${msg("twostepPhoneAppStorageLooseText")}</span></p>
              <@button id="persist" label=msg("twostepPhoneAppStorageKeep") kind="small"/>
            </div>
          </div>
          <div id="install-row" class="row" hidden>
            <p><span class="value">${msg("twostepPhoneAppInstall")}</span> <span class="what">${msg("twostepPhoneAppInstallText")}</span></p>
            <@button id="install" label=msg("twostepPhoneAppInstallNow") kind="small"/>
          </div>
          <div id="clock">
            <div class="row" data-stage="right" hidden><p><span class="value good">${msg("twostepPhoneAppClockRight")}</span> <span class="what">${msg("twostepPhoneAppClockRightText")}</span></p></div>
            <div class="row" data-stage="off" hidden><p><span class="value bad" data-of="off"></span> <span class="what">${msg("twostepPhoneAppClockOffText")}</span></p></div>
          </div>
        </div>

        <h2>${msg("twostepPhoneAppMore")}</h2>
        <div class="card rows">
          <@button id="hand-over" label=msg("twostepPhoneAppHandOver") kind="item" icon="device"/>
          <@button id="add-account" label=msg("twostepPhoneAppAddAccount") kind="item" icon="new"/>
          <@button id="unpair" label=msg("twostepPhoneAppUnpair") kind="item danger" icon="leave"/>
        </div>
        <@helpLink/>
      </@screen>

      <@screen name="handover" title=msg("twostepPhoneAppHandOver")>
        <@problem id="handover-problem"/>
        <div data-stage="start" hidden>
          <p class="lead">${msg("twostepPhoneAppHandOverIntro")}</p>
          <ol class="steps card">
            <li>${msg("twostepPhoneAppHandOverScan")}</li>
            <li>${msg("twostepPhoneAppHandOverCompare")}</li>
            <li>${msg("twostepPhoneAppHandOverType")}</li>
          </ol>
          <div class="buttons"><@button id="handover-start" label=msg("twostepPhoneAppHandOverStart") kind="primary"/></div>
        </div>
        <div data-stage="open" data-title="${msg("twostepPhoneAppHandOverOpen")}" hidden>
          <p class="lead">${msg("twostepPhoneAppHandOverOpenText")}</p>
          <div class="card centred">
            <p id="handover-qr" class="qr" hidden><svg role="img" aria-label="${msg("twostepPhoneAppHandOverQr")}"><path/></svg></p>
            <p>${msg("twostepPhoneAppHandOverTyped")}</p>
            <dl class="facts">
              <@fact of="code" label=msg("twostepPhoneAppPairCode") dir="ltr"/>
              <@fact of="username" label=msg("twostepPhoneAppUsername")/>
            </dl>
          </div>
        </div>
        <div data-stage="claimed" data-title="${msg("twostepPhoneAppHandOverClaimed")}" hidden>
          <p class="lead">${msg("twostepPhoneAppHandOverClaimedText")}</p>
          <div class="card centred">
            <p class="big" data-of="new-name" dir="auto"></p>
            <@fingerprint of="new-fingerprint" label=msg("twostepPhoneAppFingerprint")/>
          </div>
          <div class="buttons">
            <@button id="handover-confirm" label=msg("twostepPhoneAppHandOverConfirm") kind="primary"/>
            <@button id="handover-refuse" label=msg("twostepPhoneAppHandOverRefuse")/>
          </div>
        </div>
        <div data-stage="trial tried" data-title="${msg("twostepPhoneAppHandOverTrial")}" hidden>
          <p class="lead">${msg("twostepPhoneAppHandOverTrialText")}</p>
          <p id="handover-number" class="card shown-number" data-of="number" dir="ltr" translate="no"></p>
        </div>
        <div data-stage="done" data-title="${msg("twostepPhoneAppHandOverDone")}" hidden>
          <p class="sign sign-check"><@icon name="check"/></p>
          <p class="lead centred">${msg("twostepPhoneAppHandOverDoneText")}</p>
          <div class="buttons"><@button id="handover-done" label=msg("twostepPhoneAppDone") kind="primary"/></div>
        </div>
        <div data-stage="over" data-title="${msg("twostepPhoneAppHandOverOver")}" hidden>
          <p class="sign sign-warning"><@icon name="warning"/></p>
          <p class="lead centred">${msg("twostepPhoneAppHandOverOverText")}</p>
          <div class="buttons"><@button id="handover-again" label=msg("twostepPhoneAppStartAgain") kind="primary"/></div>
        </div>
        <p class="waiting" role="status" data-stage="open trial tried" hidden><span class="dots" aria-hidden="true"></span>${msg("twostepPhoneAppHandOverWait")}</p>
      </@screen>

      <@message name="no-key" title=msg("twostepPhoneAppNoKey") icon="lock">
        <p>${msg("twostepPhoneAppNoKeyText")}</p>
        <p data-must-install hidden>${msg("twostepPhoneAppNoKeyIphone")}</p>
        <p>${msg("twostepPhoneAppGoneText")}</p>
        <div class="buttons"><@button id="no-key-continue" label=msg("twostepPhoneAppContinue") kind="primary"/></div>
        <@helpLink/>
      </@message>

      <@message name="removed" title=msg("twostepPhoneAppRemoved")>
        <p class="big" data-of="account" dir="auto"></p>
        <p>${msg("twostepPhoneAppRemovedText")}</p>
        <div class="buttons"><@button id="removed-continue" label=msg("twostepPhoneAppContinue") kind="primary"/></div>
        <@helpLink/>
      </@message>

      <@message name="unpaired" title=msg("twostepPhoneAppUnpaired") icon="check">
        <p>${msg("twostepPhoneAppUnpairedText")}</p>
        <div class="buttons"><@button id="unpaired-continue" label=msg("twostepPhoneAppDone") kind="primary"/></div>
      </@message>

      <@message name="offline" title=msg("twostepPhoneAppOffline") icon="offline">
        <p>${msg("twostepPhoneAppOfflineText")}</p>
        <div class="buttons">
          <@button id="offline-retry" label=msg("twostepPhoneAppTryAgain") kind="primary"/>
          <@button id="offline-codes" label=msg("twostepPhoneAppShowCodes") icon="codes"/>
        </div>
      </@message>

      <@message name="insecure" title=msg("twostepPhoneAppInsecure") icon="lock">
        <p>${msg("twostepPhoneAppInsecureText")}</p>
        <@helpLink/>
      </@message>

      <@message name="unsupported" title=msg("twostepPhoneAppUnsupported")>
        <p>${msg("twostepPhoneAppUnsupportedText")}</p>
        <@helpLink/>
      </@message>

      <#if (phone.locales![])?has_content>
        <nav class="languages" aria-label="${msg("twostepPhoneAppLanguage")}">
          <ul role="list">
            <#list phone.locales as language>
              <li><a href="${language.url}" lang="${language.code}" hreflang="${language.code}"<#if language.code == lang!"en"> aria-current="true"</#if>>${language.label}</a></li>
            </#list>
          </ul>
        </nav>
      </#if>
    </main>

    <p id="news" class="news" role="status"></p>
    <p id="heard" class="unseen" role="status"></p>

    <nav id="tabs" class="tabs" aria-label="${title}">
      <button id="tab-requests" type="button" data-screen="requests"><span class="pill"><@icon name="requests"/><span id="pending-count" class="badge" hidden></span></span><span>${msg("twostepPhoneAppTabRequests")}</span></button>
      <button id="tab-codes" type="button" data-screen="codes"><span class="pill"><@icon name="codes"/></span><span>${msg("twostepPhoneAppTabCodes")}</span></button>
      <button id="tab-device" type="button" data-screen="device"><span class="pill"><@icon name="device"/></span><span>${msg("twostepPhoneAppTabDevice")}</span></button>
    </nav>

    <dialog id="not-me-dialog" aria-labelledby="not-me-title">
      <div class="question">
        <h2 id="not-me-title">${msg("twostepPhoneAppNotMeTitle")}</h2>
        <p data-ended="false">${msg("twostepPhoneAppNotMeText")}</p>
        <p data-ended="true" hidden>${msg("twostepPhoneAppNotMeEndedText")}</p>
        <p>${msg("twostepPhoneAppNotMePassword")}</p>
        <div class="buttons">
          <button id="not-me-confirm" class="button danger" type="button" value="yes"><span>${msg("twostepPhoneAppNotMeConfirm")}</span></button>
          <button id="not-me-cancel" class="button secondary" type="button" value="no" autofocus><span>${msg("twostepCancel")}</span></button>
        </div>
      </div>
    </dialog>

    <dialog id="unpair-dialog" aria-labelledby="unpair-title">
      <div class="question">
        <h2 id="unpair-title">${msg("twostepPhoneAppUnpairTitle")}</h2>
        <p>${msg("twostepPhoneAppUnpairText")}</p>
        <p>${msg("twostepPhoneAppUnpairLast")}</p>
        <div class="buttons">
          <button id="unpair-confirm" class="button danger" type="button" value="yes"><span>${msg("twostepPhoneAppUnpairConfirm")}</span></button>
          <button id="unpair-cancel" class="button secondary" type="button" value="no" autofocus><span>${msg("twostepCancel")}</span></button>
        </div>
      </div>
    </dialog>

    <dialog id="rename-dialog" aria-labelledby="rename-title">
      <form id="rename-form" class="question form">
        <h2 id="rename-title">${msg("twostepPhoneAppRenameTitle")}</h2>
        <div>
          <label for="rename-name">${msg("twostepPhoneAppDeviceName")}</label>
          <input id="rename-name" maxlength="60" required autocomplete="off" enterkeyhint="done">
        </div>
        <div class="buttons">
          <button id="rename-save" class="button primary" type="submit" value="yes"><span>${msg("twostepPhoneAppSave")}</span></button>
          <button id="rename-cancel" class="button secondary" type="button" value="no"><span>${msg("twostepCancel")}</span></button>
        </div>
      </form>
    </dialog>

    <dialog id="scan" aria-labelledby="scan-title">
      <div class="question">
        <h2 id="scan-title">${msg("twostepPhoneAppScan")}</h2>
        <p>${msg("twostepPhoneAppScanHow")}</p>
        <div class="camera"><video muted playsinline></video></div>
        <@problem id="scan-error"/>
        <div class="buttons"><button id="scan-cancel" class="button secondary" type="button" value="no"><span>${msg("twostepCancel")}</span></button></div>
      </div>
    </dialog>
  </div>

  <template id="request-card">
    <li><button class="request" type="button">
      <span class="app"><bdi data-of="app"></bdi></span>
      <span class="state" data-of="status">${msg("twostepPhoneAppPending")}</span>
      <span class="details">
        <span><bdi data-of="from"></bdi></span>
        <span><bdi data-of="address" dir="ltr"></bdi> <span data-of="when"></span></span>
      </span>
      <@icon name="forward"/>
    </button></li>
  </template>
  <template id="account-heading"><li class="account-heading"><bdi data-of="account"></bdi></li></template>
  <template id="code-card">
    <li><button class="login-code" type="button" data-code="">
      <span class="whose"><bdi data-of="account"></bdi></span>
      <span class="digits" data-of="code" dir="ltr" translate="no"></span>
      <svg class="ring" viewBox="0 0 36 36" aria-hidden="true" focusable="false"><circle cx="18" cy="18" r="15"/><circle class="ring-left" cx="18" cy="18" r="15" pathLength="1"/></svg>
      <span class="action"><@icon name="copy"/>${msg("twostepCopy")}</span>
    </button></li>
  </template>

  <#-- What the scripts say. -->
  <ul id="texts" hidden>
    <@wording name="name-iphone">${msg("twostepPhoneAppKindIphone")}</@wording>
    <@wording name="name-ipad">${msg("twostepPhoneAppKindIpad")}</@wording>
    <@wording name="name-android">${msg("twostepPhoneAppKindAndroid")}</@wording>
    <@wording name="name-tablet">${msg("twostepPhoneAppKindTablet")}</@wording>
    <@wording name="name-computer">${msg("twostepPhoneAppKindComputer")}</@wording>
    <@wording name="notification-title">${msg("twostepPhoneAppNotification")}</@wording>
    <@wording name="notification-body">${msg("twostepPhoneAppNotificationText")}</@wording>
    <@wording name="notify-is-on">${msg("twostepPhoneAppNotifyIsOn")}</@wording>
    <@wording name="notify-is-off">${msg("twostepPhoneAppNotifyIsOff")}</@wording>
    <@wording name="notify-is-blocked">${msg("twostepPhoneAppNotifyBlocked")}</@wording>
    <@wording name="notify-failed">${msg("twostepPhoneAppNotifyFailed")}</@wording>
    <@wording name="requests-checked">${msg("twostepPhoneAppRequestsChecked", "{time}")}</@wording>
    <@wording name="requests-none">${msg("twostepPhoneAppRequestsNone")}</@wording>
    <@wording name="requests-waiting-one">${msg("twostepPhoneAppRequestsWaitingOne")}</@wording>
    <@wording name="requests-waiting-many">${msg("twostepPhoneAppRequestsWaitingMany", "{count}")}</@wording>
    <@wording name="request-left">${msg("twostepPhoneAppLeft", "{time}")}</@wording>
    <@wording name="request-missing">${msg("twostepPhoneAppNumberMissing", "{digits}")}</@wording>
    <@wording name="wrong-number-one">${msg("twostepPhoneAppWrongNumberOne")}</@wording>
    <@wording name="wrong-number-many">${msg("twostepPhoneAppWrongNumberMany", "{count}")}</@wording>
    <@statusWording name="approved" title=msg("twostepPhoneAppApproved") text=msg("twostepPhoneAppApprovedText")/>
    <@statusWording name="finished" title=msg("twostepPhoneAppFinished") text=msg("twostepPhoneAppFinishedText")/>
    <@statusWording name="denied" title=msg("twostepPhoneAppDenied") text=msg("twostepPhoneAppDeniedText")/>
    <@statusWording name="wrong_number" title=msg("twostepPhoneAppStopped") text=msg("twostepPhoneAppStoppedText")/>
    <@statusWording name="reported" title=msg("twostepPhoneAppReported") text=msg("twostepPhoneAppReportedText")/>
    <@statusWording name="expired" title=msg("twostepPhoneAppExpired") text=msg("twostepPhoneAppExpiredText")/>
    <@statusWording name="cancelled" title=msg("twostepPhoneAppCancelled") text=msg("twostepPhoneAppCancelledText")/>
    <@wording name="status-pending">${msg("twostepPhoneAppPending")}</@wording>
    <@wording name="code-copied">${msg("twostepCopied")}</@wording>
    <@wording name="code-not-copied">${msg("twostepPhoneAppNotCopied")}</@wording>
    <@wording name="renamed">${msg("twostepPhoneAppRenamed", "{name}")}</@wording>
    <@wording name="storage-kept">${msg("twostepPhoneAppStorageKept")}</@wording>
    <@wording name="storage-refused">${msg("twostepPhoneAppStorageRefused")}</@wording>
    <@wording name="clock-behind">${msg("twostepPhoneAppClockBehind", "{minutes}")}</@wording>
    <@wording name="clock-ahead">${msg("twostepPhoneAppClockAhead", "{minutes}")}</@wording>
    <@wording name="scan-other">${msg("twostepPhoneAppScanOther")}</@wording>
    <@wording name="scan-other-request">${msg("twostepPhoneAppScanOtherRequest")}</@wording>
    <@wording name="scan-blocked">${msg("twostepPhoneAppScanBlocked")}</@wording>
    <@wording name="scan-failed">${msg("twostepPhoneAppScanFailed")}</@wording>
    <@wording name="lock-unconfirmed">${msg("twostepPhoneAppLockUnconfirmed")}</@wording>
    <@wording name="lock-gone">${msg("twostepPhoneAppLockGone")}</@wording>
    <@wording name="problem-offline">${msg("twostepPhoneAppProblemOffline")}</@wording>
    <@wording name="problem-server">${msg("twostepPhoneAppProblemServer")}</@wording>
    <@wording name="problem-other">${msg("twostepPhoneAppProblemOther")}</@wording>
    <@wording name="problem-over">${msg("twostepPhoneAppProblemOver")}</@wording>
    <@wording name="problem-invalid_dpop_proof">${msg("twostepPhoneAppProblemClock")}</@wording>
    <@wording name="problem-unknown_device">${msg("twostepPhoneAppProblemPairing")}</@wording>
    <@wording name="problem-unknown_pairing">${msg("twostepPhoneAppProblemPairing")}</@wording>
    <@wording name="problem-pairing_taken">${msg("twostepPhoneAppProblemTaken")}</@wording>
    <@wording name="problem-unknown_request">${msg("twostepPhoneAppProblemRequest")}</@wording>
    <@wording name="problem-account_locked">${msg("twostepPhoneAppProblemLocked")}</@wording>
    <@wording name="too-many-one">${msg("twostepPhoneAppProblemTooManyOne")}</@wording>
    <@wording name="too-many-many">${msg("twostepPhoneAppProblemTooMany", "{count}")}</@wording>
  </ul>
</body>
</html>
