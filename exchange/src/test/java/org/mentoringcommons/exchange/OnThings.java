package org.mentoringcommons.exchange;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.mentoringcommons.tenancy.contract.ServiceDatabase;

/** The one deployment that all tests of the exchange share: a service that keeps "things" and their "parts". */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@QuarkusTestResource(
        value = ServiceDatabase.class,
        initArgs = {@ResourceArg(name = "service", value = "things")})
@interface OnThings {}
