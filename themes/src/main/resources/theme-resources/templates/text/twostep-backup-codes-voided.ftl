<#ftl output_format="plainText">
<#import "twostep-notice.ftl" as twostep>
${msg("twostepBackupMailVoidedWhat", realmName!"", (user.username)!"")}

<@twostep.facts/>

${msg("twostepMailWasNotYou")}
${msg("twostepBackupMailVoidedOtherBody")}

${msg("twostepMailWasYou")}
${msg("twostepBackupMailVoidedYouBody")}

<@twostep.links/>
