/** Makes a service's OpenAPI document good enough to generate clients from. */
package org.mentoringcommons.tenancy.document;
