<#import "template.ftl" as layout>
<#import "twostep-notice.ftl" as twostep>
<@layout.emailLayout>
<p>${msg("twostepBackupMailVoidedWhat", realmName!"", (user.username)!"")}</p>
<@twostep.facts/>
<h2>${msg("twostepMailWasNotYou")}</h2>
<p>${msg("twostepBackupMailVoidedOtherBody")}</p>
<h2>${msg("twostepMailWasYou")}</h2>
<p>${msg("twostepBackupMailVoidedYouBody")}</p>
<@twostep.links/>
</@layout.emailLayout>
