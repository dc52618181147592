// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/evaluation/agreement.h"

#include <QTest>
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>

using namespace gbs;

/// Against numbers of scikit-learn and statsmodels: tests/fixtures/make_agreement.py.
class AgreementTest : public QObject {
    Q_OBJECT

    nlohmann::json known_;

    static void compare(double kappa, const nlohmann::json& expected) {
        if (expected.is_null())
            QVERIFY(std::isnan(kappa));
        else
            QVERIFY2(std::abs(kappa - expected.get<double>()) < 1e-12, qPrintable(QString::number(kappa)));
    }

 private Q_SLOTS:
    void initTestCase() {
        std::ifstream file(GBS_TEST_FIXTURES "/agreement.json");
        known_ = nlohmann::json::parse(file);
    }

    void cohens_kappa_is_that_of_scikit_learn() {
        QCOMPARE(known_.at("cohen").size(), std::size_t{6});
        for (const auto& each : known_.at("cohen"))
            compare(cohens_kappa(each.at("confusion").get<std::vector<std::vector<int>>>()),
                    each.at("kappa"));
    }

    void fleiss_kappa_is_that_of_statsmodels() {
        QCOMPARE(known_.at("fleiss").size(), std::size_t{4});
        for (const auto& each : known_.at("fleiss"))
            compare(fleiss_kappa(each.at("choices").get<std::vector<std::vector<int>>>()), each.at("kappa"));
    }

    void nothing_judged_has_no_kappa() {
        QVERIFY(std::isnan(cohens_kappa({{0, 0}, {0, 0}})));
        QVERIFY(std::isnan(fleiss_kappa({})));
    }
};

QTEST_GUILESS_MAIN(AgreementTest)
#include "agreement_test.moc"
