<#import "twostep-commons.ftl" as twostep>

<@twostep.page heading=msg("twostepSignInOverTitle")>
  <p role="alert">${msg("twostepSignInOverText")}</p>
  <a id="twostep-restart" class="${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!}" href="${url.loginRestartFlowUrl}">${msg("twostepRestart")}</a>
  <@twostep.helpLink href=((twostepSignInOver.helpUrl)!"") label=msg("twostepGetHelp")/>
</@twostep.page>
