/*
 * The login layout leaves for the app as soon as a login is finished in another tab. That tab is often the very one whose reader came here
 * for help, so this page asks the layout to stop looking, in the way it does itself when a page is left.
 */
dispatchEvent(new Event("beforeunload"));
