/** Hundreds of institutions from one file: all of them are wanted, or none is. */
package org.mentoringcommons.provisioning.bulk;
