// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tensor/operation_meter.h"

#include <ATen/record_function.h>
#include <c10/core/Allocator.h>
#include <c10/util/ThreadLocalDebugInfo.h>

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "core/tensor/torch.h"

namespace gbs {

struct OperationMeter::Counts {
    double flop = 0;
    std::vector<std::int64_t> live;
};

namespace {

/// Where the callbacks, which are plain functions, find the counts.
thread_local double* flop_of_this_thread = nullptr;

double numbers(const c10::IValue& value) {
    return value.isTensor() && value.toTensor().defined() ? static_cast<double>(value.toTensor().numel()) : 0;
}

double side(const c10::IValue& value, std::int64_t dimension) {
    return static_cast<double>(value.toTensor().size(dimension));
}

/// Each number of the output is a sum over what one output channel of the weight holds.
double convolution_flop(double outputs, const c10::IValue& weight) {
    return 2 * outputs * numbers(weight) / side(weight, 0);
}

/// Of aten::convolution(input, weight, bias, stride, padding, dilation, ...).
double convolution_outputs(c10::ArrayRef<const c10::IValue> in) {
    const auto stride = in[3].toIntVector(), padding = in[4].toIntVector(), dilation = in[5].toIntVector();
    const auto of_side = [](const std::vector<std::int64_t>& values,
                            std::int64_t i) {  // one may stand for all
        return values.at(values.size() == 1 ? 0 : static_cast<std::size_t>(i));
    };
    double outputs = side(in[0], 0) * side(in[1], 0);
    for (std::int64_t i = 0; i + 2 < in[0].toTensor().dim(); ++i) {
        const auto window = of_side(dilation, i) * (in[1].toTensor().size(i + 2) - 1) + 1;
        const auto room = in[0].toTensor().size(i + 2) + 2 * of_side(padding, i) - window;
        outputs *= static_cast<double>(room / of_side(stride, i) + 1);
    }
    return outputs;
}

double flop_of(std::string_view name, c10::ArrayRef<const c10::IValue> in) {
    if (name == "aten::convolution") return convolution_flop(convolution_outputs(in), in[1]);
    if (name == "aten::convolution_backward") {
        const auto mask =
            in.back().toBoolList();  // of input, weight and bias: the first two cost a pass each
        return (int(mask.get(0)) + int(mask.get(1))) * convolution_flop(numbers(in[0]), in[2]);
    }
    if (name == "aten::mm" || name == "aten::bmm") return 2 * numbers(in[0]) * side(in[1], -1);
    if (name == "aten::addmm" || name == "aten::baddbmm") return 2 * numbers(in[1]) * side(in[2], -1);
    // Queries by keys, and weights by values; the backward pass makes the weights again and four products
    // more.
    if (name == "aten::_scaled_dot_product_flash_attention_for_cpu")
        return 4 * numbers(in[0]) * side(in[1], -2);
    if (name == "aten::_scaled_dot_product_flash_attention_for_cpu_backward")
        return 10 * numbers(in[1]) * side(in[2], -2);
    return 0;
}

/// Called before each operation: only then are its inputs to be had.
std::unique_ptr<at::ObserverContext> count_operation(const at::RecordFunction& function) {
    if (flop_of_this_thread != nullptr) *flop_of_this_thread += flop_of(function.name(), function.inputs());
    return nullptr;
}

class ByteCounter final : public c10::MemoryReportingInfoBase {
 public:
    explicit ByteCounter(std::vector<std::int64_t>& live) : live_(live) {}
    void reportMemoryUsage(void*, std::int64_t size, std::size_t, std::size_t, c10::Device device) override {
        if (!device.is_cpu()) return;
        live_.push_back((live_.empty() ? 0 : live_.back()) + size);
    }
    bool memoryProfilingEnabled() const override { return true; }

 private:
    std::vector<std::int64_t>& live_;
};

}  // namespace

struct OperationMeter::Hooks {
    explicit Hooks(Counts& counts)
        : callback(at::addThreadLocalCallback(at::RecordFunctionCallback(count_operation)
                                                  .needsInputs(true)
                                                  .scopes({at::RecordScope::FUNCTION}))),
          memory(c10::DebugInfoKind::PROFILER_STATE, std::make_shared<ByteCounter>(counts.live)) {}
    ~Hooks() { at::removeCallback(callback); }

    at::CallbackHandle callback;
    c10::DebugInfoGuard memory;
};

OperationMeter::OperationMeter() : counts_(std::make_unique<Counts>()) {
    flop_of_this_thread = &counts_->flop;
    hooks_ = std::make_unique<Hooks>(*counts_);
}

OperationMeter::~OperationMeter() {
    hooks_.reset();
    flop_of_this_thread = nullptr;
}

double OperationMeter::flop() const {
    return counts_->flop;
}

const std::vector<std::int64_t>& OperationMeter::live_bytes() const {
    return counts_->live;
}

double flop_at(const OperationTrace& a, const OperationTrace& b, double area) {
    const double square = (b.flop / b.area - a.flop / a.area) / (b.area - a.area);
    return area * (a.flop / a.area + square * (area - a.area));
}

double bytes_at(const OperationTrace& a, const OperationTrace& b, double area) {
    const double far = (area - a.area) / (b.area - a.area);
    if (a.live.size() != b.live.size()) {
        const auto peak = [](const OperationTrace& t) {
            return static_cast<double>(*std::ranges::max_element(t.live));
        };
        return peak(a) + (peak(b) - peak(a)) * far;
    }
    double most = 0;
    for (std::size_t i = 0; i < a.live.size(); ++i)
        most =
            std::max(most, static_cast<double>(a.live[i]) + static_cast<double>(b.live[i] - a.live[i]) * far);
    return most;
}

}  // namespace gbs
