// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/fidelity/fidelity.h"

#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>

#include "core/base/error.h"
#include "core/encoders/image_encoders.h"
#include "core/tensor/tensors.h"
#include "core/tensor/torch.h"

namespace {

const std::filesystem::path fixtures = GBS_TEST_FIXTURES;

const gbs::FidelityKind& kind_of(const std::string& outputs) {
    return *std::ranges::find(gbs::fidelity_kinds(), outputs, &gbs::FidelityKind::outputs);
}

std::set<std::string> parts_of(const std::string& outputs) {
    std::set<std::string> names;
    for (const auto& part : gbs::fidelity_parts(fixtures, kind_of(outputs))) names.insert(part.name);
    return names;
}

/// A copy of `part` below `folder` with one tensor changed.
gbs::FidelityPart changed(gbs::FidelityPart part, const QTemporaryDir& folder, const std::string& tensor,
                          double added) {
    const gbs::SafetensorsFile original(part.file);
    std::map<std::string, torch::Tensor> tensors;
    for (const auto& [name, view] : original.tensors()) tensors[name] = gbs::to_tensor(view);
    torch::Tensor number = tensors.at(tensor).flatten()[0];
    number.copy_(number + added);  // works for integer counts too
    part.file = folder.filePath(QStringLiteral("changed.safetensors")).toStdString();
    gbs::save_tensors(part.file, tensors, original.metadata());
    return part;
}

}  // namespace

class FidelityTest : public QObject {
    Q_OBJECT

 private Q_SLOTS:
    void parts_equal_their_libraries_data() {
        QTest::addColumn<std::size_t>("kind");
        QTest::addColumn<std::size_t>("part");
        const auto& kinds = gbs::fidelity_kinds();
        for (std::size_t kind = 0; kind < kinds.size(); ++kind) {
            const auto parts = gbs::fidelity_parts(fixtures, kinds[kind]);
            for (std::size_t part = 0; part < parts.size(); ++part)
                QTest::addRow("%s, %s", kinds[kind].outputs.c_str(), parts[part].name.c_str())
                    << kind << part;
        }
    }

    void parts_equal_their_libraries() {
        QFETCH(std::size_t, kind);
        QFETCH(std::size_t, part);
        const auto& compared = gbs::fidelity_kinds()[kind];
        const auto row = compared.compare(gbs::fidelity_parts(fixtures, compared)[part]);
        if (!row.skipped.empty()) QSKIP(row.skipped.c_str());
        qInfo("%s: %.2g from %s at %s", row.part.c_str(), row.difference, row.reference.c_str(),
              row.inputs.c_str());
        QVERIFY(row.difference >
                0);  // sums are rounded differently: an exact zero means that nothing was compared
        QVERIFY(row.difference < gbs::fidelity_limit);
    }

    void a_changed_number_is_found_data() {
        QTest::addColumn<std::string>("outputs");
        QTest::addColumn<std::string>("name");
        QTest::addColumn<std::string>("tensor");
        const auto row = [](const char* outputs, const char* name, const char* tensor) {
            QTest::addRow("%s", tensor) << std::string(outputs) << std::string(name) << std::string(tensor);
        };
        row("fidelity/image-encoders", "vit-s16", "97x97.3.samples");
        row("fidelity/image-encoders", "vit-s16", "97x97.2.moments");
        row("bert_sizes.safetensors", "minilm-like", "minilm-like.2");
        row("bert_sizes.safetensors", "minilm-like", "minilm-like.2.count");
        row("minilm.safetensors", "minilm", "means");
        row("minilm.safetensors", "minilm", "samples");
        row("clip_text.safetensors", "tiny", "tiny.1");
        row("elmo.safetensors", "small", "small.1");
    }

    void a_changed_number_is_found() {
        QFETCH(std::string, outputs);
        QFETCH(std::string, name);
        QFETCH(std::string, tensor);
        const auto& kind = kind_of(outputs);
        const auto parts = gbs::fidelity_parts(fixtures, kind);
        const auto& part = *std::ranges::find(parts, name, &gbs::FidelityPart::name);
        const QTemporaryDir folder;
        const auto row_with = [&](double added) {
            return kind.compare(changed(part, folder, tensor, added));
        };
        const auto row = row_with(0);
        if (!row.skipped.empty()) QSKIP(row.skipped.c_str());
        QVERIFY(row.difference < gbs::fidelity_limit);
        QVERIFY(row_with(1).difference > gbs::fidelity_limit);
        if (tensor.ends_with(".count")) return;  // integers are always finite
        QVERIFY(std::isinf(row_with(std::numeric_limits<double>::quiet_NaN()).difference));
    }

    void every_encoder_is_compared() {
        const auto compared = parts_of("fidelity/image-encoders");
        for (const auto& name : gbs::image_encoder_names()) QVERIFY2(compared.count(name) == 1, name.c_str());
    }

    void every_language_model_is_compared() {
        using Names = std::set<std::string>;
        QCOMPARE(parts_of("bert_sizes.safetensors"),
                 (Names{"minilm-like", "base-uncased", "base-cased", "large-cased"}));
        QCOMPARE(parts_of("clip_text.safetensors"), (Names{"b32-like", "tiny"}));
        QCOMPARE(parts_of("elmo.safetensors"), (Names{"small", "deep", "original"}));
        QCOMPARE(parts_of("minilm.safetensors"), Names{"minilm"});
    }

    void missing_outputs_are_reported() {
        QTemporaryDir empty;
        for (const auto& kind : gbs::fidelity_kinds())
            QVERIFY_EXCEPTION_THROWN(gbs::fidelity_parts(empty.path().toStdString(), kind), gbs::Error);
    }

    void a_model_without_weights_is_skipped_with_a_reason() {
        QTemporaryDir empty;
        qputenv("GBS_WEIGHTS", empty.path().toLocal8Bit());
        const auto row = gbs::minilm_fidelity({fixtures / "minilm.safetensors", "minilm"});
        qunsetenv("GBS_WEIGHTS");
        QVERIFY(row.skipped.find("not installed") != std::string::npos);
        const gbs::FidelityTable table{{{"Parts", {row}}}};
        QCOMPARE(table.largest(), 0.0);
        const auto text = QString::fromStdString(gbs::to_markdown(table));
        QVERIFY2(text.contains(QStringLiteral("| skipped: its weights are not installed |")),
                 qPrintable(text));
    }

    void the_table_lists_parts_and_the_maximum_difference() {
        const gbs::FidelityTable table{
            {{"Parts", {{"a", "library 1", "64x64", 2e-7}, {"b", "library 2", "96x96", 3e-5}}}}};
        QCOMPARE(table.largest(), 3e-5);
        const auto text = QString::fromStdString(gbs::to_markdown(table));
        QVERIFY(text.contains(QStringLiteral("## Parts")));
        QVERIFY(text.contains(QStringLiteral("| b | library 2 | 96x96 | 3.0e-05 |")));
    }
};

QTEST_GUILESS_MAIN(FidelityTest)
#include "fidelity_test.moc"
