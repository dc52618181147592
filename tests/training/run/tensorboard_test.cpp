// SPDX-License-Identifier: GPL-3.0-or-later

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>
#include <cmath>
#include <cstring>
#include <map>

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "training/run/run_clock.h"
#include "training/run/run_folder.h"
#include "training/run/tensorboard_events.h"

using namespace gbs;
using namespace gbs::training;

namespace {

/// An independent reader: bitwise CRC, and protobuf fields by number.
std::uint32_t slow_crc(const std::string& bytes) {
    std::uint32_t crc = 0xffffffffu;
    for (const char byte : bytes)
        for (int bit = 0; bit < 8; ++bit) {
            const bool one = (crc ^ static_cast<unsigned>(static_cast<unsigned char>(byte) >> bit)) & 1u;
            crc >>= 1;
            if (one) crc ^= 0x82f63b78u;
        }
    return ~crc;
}

std::uint32_t mask(std::uint32_t crc) {
    return ((crc >> 15) | (crc << 17)) + 0xa282ead8u;
}

template <typename Number>
Number take(const std::string& bytes, std::size_t& at) {
    Number number{};
    if (at + sizeof number > bytes.size()) throw std::runtime_error("torn");
    std::memcpy(&number, bytes.data() + at, sizeof number);
    at += sizeof number;
    return number;
}

std::uint64_t take_varint(const std::string& bytes, std::size_t& at) {
    std::uint64_t value = 0;
    for (int shift = 0;; shift += 7) {
        const auto byte = static_cast<unsigned char>(bytes.at(at++));
        value |= static_cast<std::uint64_t>(byte & 0x7f) << shift;
        if (byte < 0x80) return value;
    }
}

/// Field number -> raw values of a message, as bytes of their wire type.
std::multimap<int, std::string> fields(const std::string& bytes) {
    std::multimap<int, std::string> found;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::uint64_t key = take_varint(bytes, at);
        const int wire = static_cast<int>(key & 7);
        std::size_t from = at, size = wire == 1 ? 8 : 4;
        if (wire == 0) {
            take_varint(bytes, at);
            size = at - from;
        } else if (wire == 2) {
            size = take_varint(bytes, at);
            from = at;
        }
        found.emplace(static_cast<int>(key >> 3), bytes.substr(from, size));
        at = from + size;
    }
    return found;
}

double as_double(const std::string& bytes) {
    std::size_t at = 0;
    return take<double>(bytes, at);
}

struct Event {
    double wall_time = 0;
    std::uint64_t step = 0;
    std::string version;
    std::map<std::string, float> scalars;
};

std::vector<Event> read_events(const std::string& bytes) {
    std::vector<Event> events;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t begin = at;
        const auto length = take<std::uint64_t>(bytes, at);
        if (take<std::uint32_t>(bytes, at) != mask(slow_crc(bytes.substr(begin, 8))))
            throw std::runtime_error("wrong checksum of a length");
        const std::string data = bytes.substr(at, length);
        at += length;
        if (take<std::uint32_t>(bytes, at) != mask(slow_crc(data)))
            throw std::runtime_error("wrong checksum of data");
        Event event;
        const auto top = fields(data);
        event.wall_time = as_double(top.find(1)->second);
        if (const auto step = top.find(2); step != top.end()) {
            std::size_t from = 0;
            event.step = take_varint(step->second, from);
        }
        if (const auto version = top.find(3); version != top.end()) event.version = version->second;
        if (const auto summary = top.find(5); summary != top.end())
            for (const auto& [number, value] : fields(summary->second)) {
                const auto scalar = fields(value);
                std::size_t from = 0;
                event.scalars[scalar.find(1)->second] = take<float>(scalar.find(2)->second, from);
            }
        events.push_back(event);
    }
    return events;
}

}  // namespace

class TensorboardTest : public QObject {
    Q_OBJECT

 private Q_SLOTS:
    void the_checksum_is_castagnolis() {
        QCOMPARE(crc32c("123456789"), 0xe3069283u);
        QCOMPARE(crc32c(std::string(32, '\0')), 0x8a9136aau);  // RFC 3720, B.4
        QCOMPARE(crc32c(""), 0u);
        QCOMPARE(crc32c("separation"), slow_crc("separation"));
    }

    void events_hold_what_the_run_logged() {
        const std::filesystem::path run = path("run"), out = path("out");
        {
            RunFolder folder(run);
            folder.append_metrics({1, {{"loss/total", 0.5}, {"loss/sep", std::nan("")}, {"time", 1000.25}}});
            folder.append_metrics({300, {{"loss/total", 0.25}, {"learning_rate", 1e-9}, {"time", 1060.5}}});
            folder.append_metrics({70000000000, {{"validation/mean", 64.75}, {"time", 1070.0}}});
        }
        QCOMPARE(export_tensorboard(run, out), std::size_t{4});
        QCOMPARE(export_tensorboard(run, out), std::size_t{4});  // and replaces the previous export
        const auto events = read_events(read_text(out / "events.out.tfevents.gbs"));
        QCOMPARE(events.size(), std::size_t{4});
        QCOMPARE(events[0].version, std::string("brain.Event:2"));
        QCOMPARE(events[0].wall_time, 1000.25);
        QCOMPARE(events[1].step, std::uint64_t{1});
        QCOMPARE(events[1].scalars, (std::map<std::string, float>{{"loss/total", 0.5F}}));
        QCOMPARE(events[2].wall_time, 1060.5);
        QCOMPARE(events[2].scalars.at("learning_rate"), 1e-9F);
        QCOMPARE(events[3].step, std::uint64_t{70000000000});
        QCOMPARE(events[3].scalars, (std::map<std::string, float>{{"validation/mean", 64.75F}}));
    }

    void the_reader_of_tensorboard_reads_them() {
        QProcess reader;
        const QString python =
            qEnvironmentVariable("GBS_TENSORBOARD_PYTHON", QStringLiteral(GBS_TEST_PYTHON));
        reader.start(python, {QStringLiteral(GBS_SOURCE_DIR "/tests/tensorboard_reads.py"),
                              QString::fromStdString(path("out").string())});
        if (!reader.waitForStarted()) QSKIP("there is no Python");
        QVERIFY(reader.waitForFinished(120000));
        if (reader.exitCode() == 77)
            QSKIP(
                "TensorBoard is not installed: pip install tensorboard, and name that Python in "
                "GBS_TENSORBOARD_PYTHON");
        QCOMPARE(reader.exitCode(), 0);
        const QJsonObject read = QJsonDocument::fromJson(reader.readAllStandardOutput()).object();
        QCOMPARE(read.keys(), (QStringList{QStringLiteral("learning_rate"), QStringLiteral("loss/total"),
                                           QStringLiteral("validation/mean")}));
        const QJsonArray total = read.value(QStringLiteral("loss/total")).toArray();
        QCOMPARE(total, (QJsonArray{QJsonArray{1, 0.5}, QJsonArray{300, 0.25}}));
    }

    void a_flipped_bit_is_noticed_by_the_reader() {
        std::string bytes = read_text(path("out") / "events.out.tfevents.gbs");
        bytes[bytes.size() / 2] ^= 4;
        QVERIFY_EXCEPTION_THROWN(read_events(bytes), std::exception);
    }

    void a_folder_without_a_run_is_refused() {
        QVERIFY_EXCEPTION_THROWN(export_tensorboard(path("nothing"), path("out2")), Error);
        QVERIFY(!std::filesystem::exists(path("out2")));
    }

    void the_clock_counts_samples_by_stage() {
        const RunClock clock({{600, 128}, {400, 48}});
        QCOMPARE(clock.samples_at(0), 0.0);
        QCOMPARE(clock.samples_at(600), 600.0 * 128);
        QCOMPARE(clock.samples_at(601), 600.0 * 128 + 48);
        QCOMPARE(clock.samples_at(1100), 600.0 * 128 + 500 * 48);  // a run that continued
        QVERIFY(std::isnan(RunClock({}).samples_at(5)));
    }

    void the_clock_times_old_lines_by_their_rate() {
        RunClock clock({{1000, 10}});
        QCOMPARE(clock.take({1, {{"images_per_second", 0.0}}}).seconds, 0.0);
        QCOMPARE(clock.take({10, {{"images_per_second", 50.0}}}).seconds, 2.0);
        QCOMPARE(clock.take({10, {{"validation/mean", 60.0}}}).seconds, 2.0);
        QCOMPARE(clock.take({20, {{"images_per_second", 100.0}}}).seconds, 3.0);
        QVERIFY(clock.estimated());
        // Resumed by a trainer that writes the time: continues from there, never backwards.
        QCOMPARE(clock.take({30, {{"time", 5000.0}}}).seconds, 3.0);
        QCOMPARE(clock.take({40, {{"time", 5004.0}}}).seconds, 7.0);
        QCOMPARE(clock.take({50, {{"time", 4000.0}}}).seconds, 7.0);
    }

 private:
    std::filesystem::path path(const char* name) const {
        return std::filesystem::path(directory_.path().toStdString()) / name;
    }
    QTemporaryDir directory_;
};

QTEST_GUILESS_MAIN(TensorboardTest)
#include "tensorboard_test.moc"
