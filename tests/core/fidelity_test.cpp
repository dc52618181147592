#include "core/fidelity.h"

#include <QTemporaryDir>
#include <QTest>
#include <cmath>
#include <functional>
#include <limits>
#include <map>
#include <set>

#include "core/image_encoders.h"
#include "core/tensors.h"
#include "core/torch.h"

namespace {

/// The outputs in `file` with one tensor changed, below `folder`.
std::filesystem::path changed_copy(const std::filesystem::path& file, const QTemporaryDir& folder,
                                   const std::string& name,
                                   const std::function<void(torch::Tensor&)>& change) {
    const gbs::SafetensorsFile original(file);
    std::map<std::string, torch::Tensor> tensors;
    for (const auto& [key, view] : original.tensors()) tensors[key] = gbs::to_tensor(view);
    change(tensors.at(name));
    const auto copy = std::filesystem::path(folder.path().toStdString()) / file.filename();
    gbs::save_tensors(copy, tensors, original.metadata());
    return copy;
}

}  // namespace

class FidelityTest : public QObject {
    Q_OBJECT

 private Q_SLOTS:
    void image_encoders_are_those_of_their_libraries_data() {
        QTest::addColumn<QString>("file");
        for (const auto& file : gbs::fidelity_files(GBS_TEST_FIXTURES "/fidelity", gbs::fidelity_kinds()[0]))
            QTest::newRow(file.stem().c_str()) << QString::fromStdString(file.string());
    }

    void image_encoders_are_those_of_their_libraries() {
        QFETCH(QString, file);
        const auto row = gbs::image_encoder_fidelity(file.toStdString());
        qInfo("%s: %.2g from %s at %s", row.part.c_str(), row.difference, row.reference.c_str(),
              row.inputs.c_str());
        QVERIFY(row.difference >
                0);  // another machine, another order of sums: exact zeros would be a test of nothing
        QVERIFY(row.difference < gbs::fidelity_limit);
    }

    void another_number_of_an_encoder_is_found() {
        const std::filesystem::path file = GBS_TEST_FIXTURES "/fidelity/image-encoders/vit-s16.safetensors";
        const auto difference = [&](float added) {
            const QTemporaryDir folder;
            return gbs::image_encoder_fidelity(changed_copy(file, folder, "97x97.3.samples",
                                                            [&](auto& samples) { samples[0] += added; }))
                .difference;
        };
        QVERIFY(difference(0.01F) > gbs::fidelity_limit);
        QVERIFY(std::isinf(difference(std::numeric_limits<float>::quiet_NaN())));
    }

    void every_encoder_is_compared() {
        std::set<std::string> compared;
        for (const auto& file : gbs::fidelity_files(GBS_TEST_FIXTURES "/fidelity", gbs::fidelity_kinds()[0]))
            compared.insert(file.stem().string());
        for (const auto& name : gbs::image_encoder_names()) QVERIFY2(compared.count(name) == 1, name.c_str());
    }

    void the_table_lists_parts_and_the_largest_difference() {
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
