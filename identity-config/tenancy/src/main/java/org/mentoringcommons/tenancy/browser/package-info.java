/** Lets the pages of institutions' portals call services from a browser, and no others. */
package org.mentoringcommons.tenancy.browser;
