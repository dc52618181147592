// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tensor/safetensors.h"

#include <sys/resource.h>

#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>
#include <csignal>
#include <cstring>
#include <fstream>
#include <limits>

#include "core/base/error.h"
#include "core/base/file_io.h"
#include "core/tensor/tensors.h"
#include "support/error_of.h"

using gbs::SafetensorsFile;

namespace {

const std::map<std::string, std::string> metadata{{"model", "öne"}, {"steps", "12"}};

/// The contents of TENSORS in safetensors_interop.py.
std::map<std::string, torch::Tensor> sample() {
    return {{"a.u8", torch::tensor({0, 7, 255}, torch::kByte)},
            {"b.f16", torch::tensor({1.0F, -2.0F}).to(torch::kHalf)},
            {"c.bf16", torch::tensor({1.0F}).to(torch::kBFloat16)},
            {"d.i64", torch::scalar_tensor(-(std::int64_t{1} << 40), torch::kLong)},
            {"e.f32", torch::arange(6, torch::kFloat).reshape({2, 3})},
            {"f.empty", torch::empty({0, 4})}};
}

void compare_with_sample(const SafetensorsFile& file) {
    QVERIFY(file.metadata() == metadata);
    QCOMPARE(file.tensors().size(), sample().size());
    for (const auto& [name, wanted] : sample()) {
        const torch::Tensor read = gbs::to_tensor(file.at(name));
        QVERIFY2(read.scalar_type() == wanted.scalar_type(), name.c_str());
        QVERIFY2(torch::equal(read, wanted), name.c_str());
    }
}

/// The bytes of a file with this header and data.
std::string make_file(const std::string& header, const std::string& data = {}) {
    std::string bytes(8, '\0');
    const std::uint64_t length = header.size();
    std::memcpy(bytes.data(), &length, 8);
    return bytes + header + data;
}

std::string file_with_length(std::uint64_t length, const std::string& rest) {
    std::string bytes(8, '\0');
    std::memcpy(bytes.data(), &length, 8);
    return bytes + rest;
}

/// A header with a tensor "t".
std::string tensor_header(const std::string& dtype, const std::string& shape, const std::string& offsets) {
    return R"({"t":{"dtype":")" + dtype + R"(","shape":)" + shape + R"(,"data_offsets":)" + offsets + "}}";
}

/// A module with all kinds of weights and buffers that load_module and module_tensors distinguish.
struct SmallModule : torch::nn::Module {
    SmallModule() {
        register_module("linear", linear);
        register_module("norm", norm);
        register_buffer("mask", torch::ones({2}, torch::kBool));
        register_buffer("positions", torch::arange(3));
    }
    torch::nn::Linear linear{2, 3};
    torch::nn::BatchNorm1d norm{3};
};

/// Without the sync of write_atomically, since the tests write thousands of files.
void put(const std::filesystem::path& path, const std::string& bytes) {
    std::ofstream stream(path, std::ios::binary);
    stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

}  // namespace

class SafetensorsTest : public QObject {
    Q_OBJECT

 private:
    QTemporaryDir folder_;
    std::filesystem::path path(const char* name) const {
        return folder_.filePath(QString::fromUtf8(name)).toStdString();
    }

 private Q_SLOTS:
    void round_trip();
    void writing_is_deterministic();
    void data_is_aligned_and_wide_types_come_first();
    void empty_file_without_tensors();
    void unaligned_data_is_read();
    void damaged_data();
    void damaged();
    void truncated_files_are_refused();
    void flipped_header_bytes_do_not_crash();
    void missing_folder_and_missing_tensor();
    void writer_refuses_inconsistent_tensors();
    void files_are_compatible_with_python();
    void module_round_trip();
    void module_problems_are_all_listed();
    void module_is_unchanged_if_the_file_is_wrong();
    void full_disk_leaves_the_old_checkpoint();
};

void SafetensorsTest::round_trip() {
    gbs::save_tensors(path("all.safetensors"), sample(), metadata);
    compare_with_sample(SafetensorsFile(path("all.safetensors")));
    SafetensorsFile moved = SafetensorsFile(path("all.safetensors"));
    SafetensorsFile other = std::move(moved);
    compare_with_sample(other);
    // Not contiguous and with a gradient: the values are stored.
    const torch::Tensor turned = torch::rand({3, 4}, torch::requires_grad()).t();
    gbs::save_tensors(path("turned.safetensors"), {{"t", turned}});
    QVERIFY(torch::equal(gbs::to_tensor(SafetensorsFile(path("turned.safetensors")).at("t")), turned));
}

void SafetensorsTest::writing_is_deterministic() {
    gbs::save_tensors(path("one.safetensors"), sample(), metadata);
    gbs::save_tensors(path("two.safetensors"), sample(), metadata);
    QVERIFY(gbs::read_text(path("one.safetensors")) == gbs::read_text(path("two.safetensors")));
}

void SafetensorsTest::data_is_aligned_and_wide_types_come_first() {
    for (int letters = 1; letters < 10; ++letters) {
        auto tensors = sample();
        tensors[std::string(static_cast<std::size_t>(letters), 'x')] = torch::ones({3});
        gbs::save_tensors(path("aligned.safetensors"), tensors);
        const SafetensorsFile file(path("aligned.safetensors"));
        for (const auto& [name, view] : file.tensors()) {
            const auto address = reinterpret_cast<std::uintptr_t>(view.bytes.data());
            QVERIFY2(view.bytes.empty() || address % gbs::size_of(view.dtype) == 0, name.c_str());
        }
        const auto* first = file.at("d.i64").bytes.data();
        QVERIFY(reinterpret_cast<std::uintptr_t>(first) % 8 == 0);
        QVERIFY(first < file.at("e.f32").bytes.data());
    }
}

void SafetensorsTest::empty_file_without_tensors() {
    gbs::save_tensors(path("none.safetensors"), {}, metadata);
    const SafetensorsFile file(path("none.safetensors"));
    QVERIFY(file.tensors().empty());
    QVERIFY(file.metadata() == metadata);
    put(path("bare.safetensors"), make_file("{}"));
    QVERIFY(SafetensorsFile(path("bare.safetensors")).metadata().empty());
}

void SafetensorsTest::unaligned_data_is_read() {
    // The format allows it: a byte, then a float at an odd address.
    const float value = 1.5F;
    std::string data(1, '\x07');
    data.append(reinterpret_cast<const char*>(&value), 4);
    put(path("odd.safetensors"), make_file(R"({"b":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},)"
                                           R"("f":{"dtype":"F32","shape":[1],"data_offsets":[1,5]}} )",
                                           data));
    const SafetensorsFile file(path("odd.safetensors"));
    QCOMPARE(gbs::to_tensor(file.at("f")).item<float>(), value);
    QCOMPARE(gbs::to_tensor(file.at("b")).item<int>(), 7);
}

void SafetensorsTest::damaged_data() {
    QTest::addColumn<std::string>("bytes");
    QTest::addColumn<std::string>("words");  // expected in the error
    const std::string four(4, '\0');
    const auto row = [](const char* name, const std::string& bytes, const std::string& words) {
        QTest::newRow(name) << bytes << words;
    };
    row("empty", "", "too short");
    row("seven bytes", "1234567", "too short");
    row("truncated header", make_file("{}").substr(0, 9), "truncated");
    row("header length of 2^64-1", file_with_length(~std::uint64_t{0}, "{}"), "claims");
    row("header length of 2^63", file_with_length(std::uint64_t{1} << 63, "{}"), "claims");
    row("header length 200 MB", file_with_length(200'000'000, "{}"), "claims");
    row("header length zero", file_with_length(0, "{}"), "start with {");
    row("a picture", "\x89PNG\r\n\x1a\n" + std::string(100, 'x'), "claims");
    row("spaces before", make_file("  {}"), "start with {");
    row("a byte order mark", make_file("\xEF\xBB\xBF{}"), "start with {");
    row("a list", make_file("[1]"), "start with {");
    row("bad JSON", make_file("{\"a\":"), "not JSON");
    row("two documents", make_file("{}{}"), "not JSON");
    row("comment", make_file("{/**/}"), "not JSON");
    row("text that is not UTF-8", make_file("{\"\xff\":{}}"), "not JSON");
    row("deep nesting", make_file("{\"a\":" + std::string(1'000'000, '[')), "a list");
    row("deep objects", make_file(R"({"t":{"dtype":{"a":{"b":1}}}})"), "an object");
    row("tensor is a string", make_file(R"({"t":"x"})"), "a string");
    row("tensor is null", make_file(R"({"t":null})"), "null");
    row("tensor is a number", make_file(R"({"t":1})"), "a number");
    row("tensor without fields", make_file(R"({"t":{}})"), "is missing");
    row("no shape", make_file(R"({"t":{"dtype":"F32","data_offsets":[0,4]}})", four), "is missing");
    row("unknown field", make_file(R"({"t":{"dtype":"F32","strides":[1]}})"), "unknown field");
    row("unknown dtype", make_file(tensor_header("F33", "[1]", "[0,4]"), four), "F33");
    row("dtype of another program", make_file(tensor_header("F64", "[1]", "[0,8]"), four + four), "F64");
    row("dtype is a number", make_file(R"({"t":{"dtype":1}})"), "a number");
    row("dtype is a list", make_file(R"({"t":{"dtype":["F32"]}})"), "a list");
    row("negative side", make_file(tensor_header("F32", "[-1]", "[0,4]"), four), "negative");
    row("fraction as a side", make_file(tensor_header("F32", "[1.0]", "[0,4]"), four), "not whole");
    row("side of 2^64", make_file(tensor_header("F32", "[18446744073709551616]", "[0,4]"), four),
        "too large");
    row("side of 2^63", make_file(tensor_header("F32", "[9223372036854775808]", "[0,4]"), four), "too large");
    row("shape overflows", make_file(tensor_header("F32", "[4294967296,4294967296]", "[0,4]"), four),
        "overflows");
    row("shape overflows to the right size",
        make_file(tensor_header("U8", "[4294967296,4294967296,4]", "[0,0]")), "overflows");
    row("bytes overflow", make_file(tensor_header("I64", "[2305843009213693952]", "[0,0]")), "overflows");
    row("zero hides an overflow", make_file(tensor_header("F32", "[0,4294967296,4294967296]", "[0,0]")),
        "overflows");
    row("shape is nested", make_file(tensor_header("F32", "[[1]]", "[0,4]"), four), "a list");
    row("shape is a string", make_file(tensor_header("F32", "\"1\"", "[0,4]"), four), "a string");
    std::string long_shape = "[1";
    for (int i = 0; i < 100; ++i) long_shape += ",1";
    row("a hundred sides", make_file(tensor_header("F32", long_shape + "]", "[0,4]"), four), "too large");
    row("huge but consistent shape",
        make_file(tensor_header("F32", "[1000000000000]", "[0,4000000000000]"), four), "outside");
    row("one offset", make_file(tensor_header("F32", "[1]", "[4]"), four), "two numbers");
    row("three offsets", make_file(tensor_header("F32", "[1]", "[0,4,4]"), four), "two numbers");
    row("offsets swapped", make_file(tensor_header("F32", "[1]", "[4,0]"), four), "outside");
    row("offsets outside", make_file(tensor_header("F32", "[1]", "[4,8]"), four), "outside");
    row("offsets negative", make_file(tensor_header("F32", "[1]", "[-4,0]"), four), "negative");
    row("data truncated", make_file(tensor_header("F32", "[2]", "[0,8]"), four), "truncated");
    row("shape larger than offsets", make_file(tensor_header("F32", "[2]", "[0,4]"), four), "needs 8 bytes");
    row("shape smaller than offsets", make_file(tensor_header("F32", "[]", "[0,8]"), four + four),
        "needs 4 bytes");
    row("bytes left over", make_file(tensor_header("F32", "[1]", "[0,4]"), four + "x"),
        "belong to no tensor");
    row("data without tensors", make_file("{}", "x"), "belong to no tensor");
    row("hole at the start", make_file(tensor_header("F32", "[1]", "[4,8]"), four + four), "a hole");
    const auto two = [](const std::string& a, const std::string& b) {
        return R"({"a":{"dtype":"U8","shape":[2],"data_offsets":)" + a +
               R"(},"b":{"dtype":"U8","shape":[2],"data_offsets":)" + b + "}}";
    };
    row("overlap", make_file(two("[0,2]", "[1,3]"), "xyz"), "overlaps");
    row("same place twice", make_file(two("[0,2]", "[0,2]"), "xy"), "overlaps");
    row("hole between", make_file(two("[0,2]", "[3,5]"), "vwxyz"), "a hole");
    row("tensor twice",
        make_file(R"({"t":{"dtype":"U8","shape":[0],"data_offsets":[0,0]},)"
                  R"("t":{"dtype":"U8","shape":[0],"data_offsets":[0,0]}})"),
        "appears twice");
    row("field twice", make_file(R"({"t":{"dtype":"F32","dtype":"F32"}})"), "appears twice");
    row("metadata twice", make_file(R"({"__metadata__":{},"__metadata__":{}})"), "appears twice");
    row("metadata key twice", make_file(R"({"__metadata__":{"a":"1","a":"2"}})"), "appears twice");
    row("metadata number", make_file(R"({"__metadata__":{"a":1}})"), "a number");
    row("metadata nested", make_file(R"({"__metadata__":{"a":{}}})"), "an object");
    row("metadata is text", make_file(R"({"__metadata__":"a"})"), "a string");
}

void SafetensorsTest::damaged() {
    QFETCH(std::string, bytes);
    QFETCH(std::string, words);
    const auto file = path("damaged.safetensors");
    put(file, bytes);
    const std::string message = gbs::error_of([&] { SafetensorsFile{file}; }).toStdString();
    QVERIFY2(message.find(words) != std::string::npos, message.c_str());
    QVERIFY2(message.find(file.string()) != std::string::npos, message.c_str());
}

void SafetensorsTest::truncated_files_are_refused() {
    gbs::save_tensors(path("whole.safetensors"), sample(), metadata);
    const std::string bytes = gbs::read_text(path("whole.safetensors"));
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        put(path("cut.safetensors"), bytes.substr(0, size));
        QVERIFY_EXCEPTION_THROWN(SafetensorsFile{path("cut.safetensors")}, gbs::Error);
    }
}

void SafetensorsTest::flipped_header_bytes_do_not_crash() {
    gbs::save_tensors(path("whole.safetensors"), sample(), metadata);
    const std::string bytes = gbs::read_text(path("whole.safetensors"));
    int refused = 0;
    for (std::size_t place = 0; place < bytes.size() - 45; ++place) {
        for (const char other : {'\0', '"', '{', '}', '[', ']', '9', '-', '\xff'}) {
            std::string changed = bytes;
            changed[place] = other;
            put(path("changed.safetensors"), changed);
            try {
                const SafetensorsFile file(path("changed.safetensors"));
                for (const auto& [name, view] : file.tensors()) gbs::to_tensor(view);
            } catch (const gbs::Error&) {
                ++refused;
            }
        }
    }
    QVERIFY(refused > 1000);
}

void SafetensorsTest::missing_folder_and_missing_tensor() {
    QVERIFY_EXCEPTION_THROWN(SafetensorsFile{path("nowhere.safetensors")}, gbs::Error);
    QVERIFY_EXCEPTION_THROWN(SafetensorsFile{path("")}, gbs::Error);
    gbs::save_tensors(path("all.safetensors"), sample());
    const SafetensorsFile file(path("all.safetensors"));
    QVERIFY(!file.contains("zzz"));
    const std::string message = gbs::error_of([&] { file.at("zzz"); }).toStdString();
    QVERIFY(message.find("zzz") != std::string::npos && message.find("all.safetensors") != std::string::npos);
}

void SafetensorsTest::writer_refuses_inconsistent_tensors() {
    const auto file = path("refused.safetensors");
    const std::byte bytes[4] = {};
    QVERIFY_EXCEPTION_THROWN(gbs::write_safetensors(file, {{"t", {gbs::DType::f32, {2}, bytes}}}),
                             gbs::Error);
    QVERIFY_EXCEPTION_THROWN(gbs::write_safetensors(file, {{"t", {gbs::DType::f32, {-1}, bytes}}}),
                             gbs::Error);
    QVERIFY_EXCEPTION_THROWN(gbs::write_safetensors(file, {{"__metadata__", {gbs::DType::f32, {1}, bytes}}}),
                             gbs::Error);
    QVERIFY_EXCEPTION_THROWN(gbs::write_safetensors(file, {{"\xff", {gbs::DType::f32, {1}, bytes}}}),
                             gbs::Error);
    QVERIFY_EXCEPTION_THROWN(gbs::save_tensors(file, {{"t", torch::ones({1}, torch::kDouble)}}), gbs::Error);
    QVERIFY_EXCEPTION_THROWN(gbs::save_tensors(file, {{"t", torch::Tensor()}}), gbs::Error);
    QVERIFY(!std::filesystem::exists(file));
}

void SafetensorsTest::files_are_compatible_with_python() {
    const QString ours = folder_.filePath(QStringLiteral("ours.safetensors"));
    const QString theirs = folder_.filePath(QStringLiteral("theirs.safetensors"));
    gbs::save_tensors(ours.toStdString(), sample(), metadata);
    QProcess python;
    python.setProcessChannelMode(QProcess::MergedChannels);
    python.start(QStringLiteral(GBS_TEST_PYTHON),
                 {QStringLiteral(GBS_TEST_FIXTURES "/safetensors_interop.py"), ours, theirs});
    if (!python.waitForStarted()) QSKIP("Python in the build folder does not start");
    QVERIFY(python.waitForFinished(120'000));
    if (python.exitCode() == 77) QSKIP("Python in the build folder has no safetensors or torch");
    QVERIFY2(python.exitStatus() == QProcess::NormalExit && python.exitCode() == 0,
             python.readAll().constData());
    compare_with_sample(SafetensorsFile(theirs.toStdString()));
}

void SafetensorsTest::module_round_trip() {
    SmallModule from;
    SmallModule to;
    from.norm->running_mean.fill_(0.25);
    const auto tensors = gbs::module_tensors(from, "part.");
    QVERIFY(tensors.contains("part.linear.weight") && tensors.contains("part.norm.running_mean") &&
            tensors.contains("part.positions"));
    QVERIFY(!tensors.contains("part.mask") && !tensors.contains("part.norm.num_batches_tracked"));
    auto stored = tensors;
    stored["part.linear.weight"] = stored["part.linear.weight"].to(torch::kHalf);  // comes back as float32
    stored["part.norm.num_batches_tracked"] = torch::scalar_tensor(5, torch::kLong);
    stored["elsewhere"] = torch::ones({1});
    gbs::save_tensors(path("module.safetensors"), stored);
    gbs::load_module(to, SafetensorsFile(path("module.safetensors")), "part.");
    QVERIFY(torch::allclose(to.linear->weight, from.linear->weight, 1e-3, 1e-3));
    QVERIFY(to.linear->weight.scalar_type() == torch::kFloat && to.linear->weight.requires_grad());
    QVERIFY(torch::equal(to.linear->bias, from.linear->bias));
    QVERIFY(torch::equal(to.norm->running_mean, from.norm->running_mean));
}

void SafetensorsTest::module_problems_are_all_listed() {
    SmallModule module;
    auto tensors = gbs::module_tensors(module);
    tensors.erase("linear.bias");
    tensors["linear.weight"] = torch::ones({3, 3});
    tensors["norm.weight"] = torch::full({3}, std::numeric_limits<float>::quiet_NaN());
    tensors["norm.bias"] = torch::full({3}, std::numeric_limits<float>::infinity());
    tensors["positions"] = torch::ones({3});
    tensors["more"] = torch::ones({1});
    gbs::save_tensors(path("wrong.safetensors"), tensors);
    const std::string message = gbs::error_of([&] {
                                    gbs::load_module(module, SafetensorsFile(path("wrong.safetensors")));
                                }).toStdString();
    for (const char* words :
         {"wrong.safetensors", "linear.bias is missing", "linear.weight has shape [3, 3], [3, 2] is needed",
          "norm.weight holds NaN", "norm.bias holds NaN or infinity", "positions has type F32",
          "more is not part of this model"})
        QVERIFY2(message.find(words) != std::string::npos, (std::string(words) + " in " + message).c_str());
}

void SafetensorsTest::module_is_unchanged_if_the_file_is_wrong() {
    SmallModule module;
    const torch::Tensor before = module.linear->weight.detach().clone();
    auto tensors = gbs::module_tensors(module);
    tensors["linear.weight"] = torch::zeros({3, 2});
    tensors.erase("norm.weight");
    gbs::save_tensors(path("half.safetensors"), tensors);
    QVERIFY_EXCEPTION_THROWN(gbs::load_module(module, SafetensorsFile(path("half.safetensors"))), gbs::Error);
    QVERIFY(torch::equal(module.linear->weight, before));
}

void SafetensorsTest::full_disk_leaves_the_old_checkpoint() {
    const auto file = path("checkpoint.safetensors");
    gbs::save_tensors(file, sample(), metadata);
    rlimit old{};
    getrlimit(RLIMIT_FSIZE, &old);
    const auto old_signal = std::signal(SIGXFSZ, SIG_IGN);
    rlimit small = old;
    small.rlim_cur = 1 << 16;  // the kernel refuses larger files, like a full disk
    setrlimit(RLIMIT_FSIZE, &small);
    const std::string message = gbs::error_of([&] {
                                    gbs::save_tensors(file, {{"large", torch::ones({1 << 16})}});
                                }).toStdString();
    setrlimit(RLIMIT_FSIZE, &old);
    std::signal(SIGXFSZ, old_signal);
    QVERIFY2(message.find("File too large") != std::string::npos, message.c_str());
    compare_with_sample(SafetensorsFile(file));
}

QTEST_GUILESS_MAIN(SafetensorsTest)
#include "core/tensor/torch.h"
#include "safetensors_test.moc"
