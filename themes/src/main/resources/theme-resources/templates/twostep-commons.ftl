<#-- What all pages of ours share. Works with the template.ftl, field.ftl and buttons.ftl of keycloak.v2 and of themes built on it. -->
<#import "template.ftl" as layout>
<#import "field.ftl" as field>

<#-- A page in the login layout. Its heading is also the title of the tab, so that open tabs can be told apart. -->
<#macro page heading displayMessage=true>
  <#assign title in layout>${heading} · ${(realm.displayName)!(realm.name)!}</#assign>
  <@layout.registrationLayout displayMessage=displayMessage; section>
    <#if section == "header">
      <@style file="twostep.css"/>
      ${heading}
    <#elseif section == "form">
      <div class="twostep">
        <#nested>
      </div>
      <@script file="page.js"/>
    </#if>
  </@layout.registrationLayout>
</#macro>

<#-- In the page rather than its head: the head belongs to the theme, and a browser waits for a style sheet before it paints what follows. -->
<#macro style file>
  <link rel="stylesheet" href="${url.resourcesPath}/twostep/${file}">
</#macro>

<#macro script file>
  <script type="module" src="${url.resourcesPath}/twostep/${file}"></script>
</#macro>

<#-- A sentence with a masked number in it, wherever the language puts it. Left to right on every page; read aloud by its last digits. -->
<#macro sentence key number second="">
  <#local hole = "\xE000">
  <#local parts = msg(key, hole, second)?split(hole)>
  ${parts[0]}<#if parts?size gt 1><@phone number=number/>${parts[1]}</#if>
</#macro>

<#macro phone number>
  <#local digits = number?replace("[^0-9]+", "", "r")>
  <#if digits?has_content>
    <#t><bdi dir="ltr" class="twostep-number" aria-hidden="true">${number}</bdi><span class="pf-v5-u-screen-reader">${msg("twostepNumberEndingIn", digits)}</span><#t>
  <#else>
    <#t><bdi dir="ltr" class="twostep-number">${number}</bdi><#t>
  </#if>
</#macro>

<#-- field.input with what it lacks: other types of keyboard, and hint and error tied to the field for screen readers. -->
<#macro input name label value="" type="text" inputmode="" autocomplete="off" autofocus=false dir="" hint="" autocapitalize="">
  <#local error = messagesPerField.get(name)>
  <@field.group name=name label=label error=error>
    <span class="${properties.kcInputClass!}<#if error?has_content> ${properties.kcError!}</#if>">
      <input id="${name}" name="${name}" value="${value}" type="${type}" autocomplete="${autocomplete}"
        <#if inputmode?has_content>inputmode="${inputmode}"</#if>
        <#if dir?has_content>dir="${dir}"</#if>
        <#if autocapitalize?has_content>autocapitalize="${autocapitalize}" spellcheck="false"</#if>
        <#if autofocus>autofocus</#if>
        <@described name=name error=error hint=hint/>>
      <@field.errorIcon error=error/>
    </span>
    <@hintText name=name hint=hint/>
  </@field.group>
</#macro>

<#-- A list to choose one of; its options are what is nested. -->
<#macro select name label autocomplete="off" hint="">
  <#local error = messagesPerField.get(name)>
  <@field.group name=name label=label error=error>
    <span class="${properties.kcInputClass!}<#if error?has_content> ${properties.kcError!}</#if>">
      <select id="${name}" name="${name}" autocomplete="${autocomplete}" <@described name=name error=error hint=hint/>>
        <#nested>
      </select>
      <span class="${properties.kcFormControlUtilClass!}">
        <span class="${properties.kcFormControlToggleIcon!}"><i class="fas fa-caret-down" aria-hidden="true"></i></span>
      </span>
    </span>
    <@hintText name=name hint=hint/>
  </@field.group>
</#macro>

<#macro described name error hint>
  <#if error?has_content || hint?has_content>
    aria-describedby="<#if error?has_content>input-error-${name}</#if><#if hint?has_content> ${name}-hint</#if>"
  </#if>
  <#if error?has_content>aria-invalid="true"</#if>
</#macro>

<#macro hintText name hint>
  <#if hint?has_content>
    <div class="${properties.kcFormHelperTextClass!}">
      <div class="pf-v5-c-helper-text"><span class="twostep-quiet" id="${name}-hint">${hint}</span></div>
    </div>
  </#if>
</#macro>

<#-- A form that is one button: one hidden field, one label. -->
<#macro action id name label value="true" type="secondary">
  <form id="${id}-form" action="${url.loginAction}" method="post" data-twostep-once>
    <input type="hidden" name="${name}" value="${value}">
    <button id="${id}" type="submit" class="${properties['kcButton' + type?cap_first + 'Class']!} ${properties.kcButtonBlockClass!}">
      ${label}
    </button>
  </form>
</#macro>

<#-- An action to wait for. The server says for how long, and a script counts down and holds the button until then; without one it can be pressed, and the server says no. -->
<#macro delayedAction id name label wait text left over type="secondary">
  <form id="${id}-form" class="twostep-delayed" action="${url.loginAction}" method="post" data-twostep-once
      data-twostep-wait="${wait?c}" data-twostep-over="${over}" data-twostep-left="${left}">
    <input type="hidden" name="${name}" value="true">
    <p class="twostep-quiet" id="${id}-status" role="status"><#if wait gt 0>${text}</#if></p>
    <p class="twostep-quiet twostep-countdown" id="${id}-countdown" aria-hidden="true" hidden></p>
    <button id="${id}" type="submit" aria-describedby="${id}-status"
        class="${properties['kcButton' + type?cap_first + 'Class']!} ${properties.kcButtonBlockClass!}">
      ${label}
    </button>
  </form>
  <@script file="wait.js"/>
</#macro>

<#macro cancel>
  <#if isAppInitiatedAction??>
    <@action id="twostep-cancel" name="cancel-aia" label=msg("twostepCancel") type="link"/>
  </#if>
</#macro>

<#-- One of several ways: a big button in a list, which says what follows. -->
<#macro choice name value label help="" icon="" id="">
  <button class="twostep-choice"<#if id?has_content> id="${id}"</#if> type="submit" name="${name}" value="${value}">
    <span class="twostep-choice-icon"><i class="${properties[icon]!icon}" aria-hidden="true"></i></span>
    <span class="twostep-choice-text">
      <span class="twostep-choice-name">${label}</span>
      <#if help?has_content><span class="twostep-quiet">${help}</span></#if>
    </span>
    <i class="fas fa-angle-right twostep-forward" aria-hidden="true"></i>
  </button>
</#macro>

<#-- The other ways themselves. Keycloak's page that lists them (26.7) listens to a mouse only, so nobody has to pass it from a page of ours. -->
<#macro anotherWay open=false>
  <#if auth?has_content && auth.showTryAnotherWayLink()>
    <details id="twostep-another-way" class="twostep-ways"<#if open> open</#if>>
      <summary class="${properties.kcButtonSecondaryClass!} ${properties.kcButtonBlockClass!}">${msg("twostepTryAnotherWay")}</summary>
      <form id="twostep-another-way-form" action="${url.loginAction}" method="post" data-twostep-once>
        <ul class="twostep-choices" role="list">
          <#list auth.authenticationSelections as way>
            <#if way.authExecId != execution!"">
              <li><@choice name="authenticationExecution" value=way.authExecId label=msg(way.displayName) help=msg(way.helpText) icon=way.iconCssClass/></li>
            </#if>
          </#list>
        </ul>
      </form>
    </details>
  </#if>
</#macro>

<#-- In a new tab, and says so: leaving the page would lose the login. -->
<#macro helpLink href label>
  <#if href?has_content>
    <p class="twostep-help-link">
      <a href="${href}" target="_blank" rel="noopener">${label}<#t>
        <i class="fas fa-external-link-alt" aria-hidden="true"></i><#t>
        <span class="pf-v5-u-screen-reader">${msg("twostepNewTab")}</span></a>
    </p>
  </#if>
</#macro>

<#macro problem key>
  <#if key?has_content>
    <div class="pf-v5-c-alert pf-m-inline pf-m-warning" role="alert">
      <div class="${properties.kcAlertIconClass!}"><span class="${properties.kcFeedbackWarningIcon!}" aria-hidden="true"></span></div>
      <span class="${properties.kcAlertTitleClass!} kc-feedback-text">${msg(key)}</span>
    </div>
  </#if>
</#macro>

<#-- A secret to keep or to type elsewhere, three groups to a line. It is copied as it stands and read aloud sign by sign. -->
<#macro key id value>
  <#local groups = value?split("-")>
  <p class="twostep-key">
    <bdi id="${id}" dir="ltr" translate="no" aria-hidden="true"><#list groups?chunk(3) as line><span><#list line as group>${group}<#sep>-</#list><#if line?has_next>-</#if></span></#list></bdi><#t>
    <span class="pf-v5-u-screen-reader"><#list groups as group><#list 0..<group?length as i>${group[i]}<#sep> </#list><#sep>, </#list></span>
  </p>
</#macro>

<#-- Drawn by the server as squares, so that it needs no picture from elsewhere. -->
<#macro qr code label>
  <svg class="twostep-qr" viewBox="0 0 ${code.size?c} ${code.size?c}" role="img" aria-label="${label}">
    <path d="${code.path}"/>
  </svg>
</#macro>

<#-- Copying needs a script, which shows the button and says in the status how it went. -->
<#macro copyButton>
  <button id="twostep-copy" class="${properties.kcButtonLinkClass!}" type="button" hidden
      data-twostep-copied="${msg('twostepCopied')}" data-twostep-failed="${msg('twostepCopyFailed')}">
    <i class="fas fa-copy" aria-hidden="true"></i> <span>${msg("twostepCopy")}</span>
  </button>
</#macro>

<#macro copyStatus>
  <p id="twostep-copy-status" class="twostep-quiet" role="status"></p>
</#macro>
