// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/joined_key.h"

#include <QTest>
#include <set>

using gbs::joined_key;

class JoinedKeyTest : public QObject {
    Q_OBJECT

 private Q_SLOTS:
    void different_texts_have_different_keys() {
        const std::set<std::string> keys{
            joined_key({}),         joined_key({""}),         joined_key({"", ""}),
            joined_key({"a"}),      joined_key({"a", ""}),    joined_key({"", "a"}),
            joined_key({"1:a"}),    joined_key({"a", "1:b"}), joined_key({"a1:", "b"}),
            joined_key({"a", "b"}), joined_key({"a1:b"}),     joined_key({"a\tb"}),
            joined_key({"11:a"}),   joined_key({"1", "1:a"}), joined_key({"a", "b", ""})};
        QCOMPARE(keys.size(), 15U);
    }
};

QTEST_GUILESS_MAIN(JoinedKeyTest)
#include "joined_key_test.moc"
