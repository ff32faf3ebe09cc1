/** From a bearer token to a tenant-bound transaction: who calls, for which institution, with which roles. */
package org.mentoringcommons.tenancy;
