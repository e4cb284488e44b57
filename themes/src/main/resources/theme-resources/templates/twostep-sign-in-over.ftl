<#import "twostep-commons.ftl" as twostep>

<@twostep.page heading=msg("twostepSignInOverTitle")>
  <p role="alert">${msg("twostepSignInOverText")}</p>
  <a id="twostep-sign-in-again" class="${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!}" href="${url.loginRestartFlowUrl}">${msg("twostepSignInOverAgain")}</a>
  <@twostep.helpLink href=((twostepSignInOver.helpUrl)!"") label=msg("twostepGetHelp")/>
</@twostep.page>
