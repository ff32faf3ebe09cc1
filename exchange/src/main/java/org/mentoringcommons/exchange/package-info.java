/** A fact leaves one transaction and takes effect in another, once. */
package org.mentoringcommons.exchange;
