// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tensor/operation_meter.h"

#include <ATen/record_function.h>
#include <c10/core/Allocator.h>
#include <c10/util/ThreadLocalDebugInfo.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <string_view>

#include "core/tensor/torch.h"

namespace gbs {

struct OperationMeter::Counts {
    OperationCounts operations;
    std::vector<std::int64_t> live;
};

namespace {

/// The callbacks are plain functions and reach the counts through this pointer.
thread_local OperationCounts* counts_of_this_thread = nullptr;

double element_count(const c10::IValue& value) {
    return value.isTensor() && value.toTensor().defined() ? static_cast<double>(value.toTensor().numel()) : 0;
}

double side(const c10::IValue& value, std::int64_t dimension) {
    return static_cast<double>(value.toTensor().size(dimension));
}

/// Each output element is a sum over the weights of one output channel.
double convolution_flop(double outputs, const c10::IValue& weight) {
    return 2 * outputs * element_count(weight) / side(weight, 0);
}

/// Output elements of aten::convolution(input, weight, bias, stride, padding, dilation, ...).
double convolution_outputs(c10::ArrayRef<const c10::IValue> in) {
    const auto stride = in[3].toIntVector(), padding = in[4].toIntVector(), dilation = in[5].toIntVector();
    const auto of_side = [](const std::vector<std::int64_t>& values, std::int64_t i) {
        // A single value applies to all sides.
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

/// Output elements of mkldnn::_convolution_pointwise(input, weight, bias, padding, stride, dilation, ...), which has the
/// residual, as large as the output, as its second input if it adds one.
double fused_convolution_flop(c10::ArrayRef<const c10::IValue> in) {
    if (in[1].toTensor().layout() != at::kMkldnn) return convolution_flop(element_count(in[1]), in[2]);
    const std::array<const c10::IValue, 6> ordered{in[0], in[1], in[2], in[4], in[3], in[5]};
    return convolution_flop(convolution_outputs(ordered), in[1]);
}

double product_flop(std::string_view name, c10::ArrayRef<const c10::IValue> in) {
    if (name == "aten::convolution") return convolution_flop(convolution_outputs(in), in[1]);
    if (name == "mkldnn::_convolution_pointwise") return fused_convolution_flop(in);
    if (name == "aten::convolution_backward") {
        // The mask asks for the gradients of input, weight and bias; the first two cost one pass each.
        const auto mask = in.back().toBoolList();
        return (int(mask.get(0)) + int(mask.get(1))) * convolution_flop(element_count(in[0]), in[2]);
    }
    if (name == "aten::mm" || name == "aten::bmm") return 2 * element_count(in[0]) * side(in[1], -1);
    if (name == "aten::addmm" || name == "aten::baddbmm") return 2 * element_count(in[1]) * side(in[2], -1);
    return 0;
}

double attention_flop(std::string_view name, c10::ArrayRef<const c10::IValue> in) {
    // Two products forward. The backward pass recomputes the weights and needs four more.
    if (name == "aten::_scaled_dot_product_flash_attention_for_cpu")
        return 4 * element_count(in[0]) * side(in[1], -2);
    if (name == "aten::_scaled_dot_product_flash_attention_for_cpu_backward")
        return 10 * element_count(in[1]) * side(in[2], -2);
    return 0;
}

/// Called before each operation, because the inputs are available only then.
std::unique_ptr<at::ObserverContext> count_operation(const at::RecordFunction& function) {
    if (counts_of_this_thread != nullptr) {
        counts_of_this_thread->products += product_flop(function.name(), function.inputs());
        counts_of_this_thread->attention += attention_flop(function.name(), function.inputs());
    }
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
    counts_of_this_thread = &counts_->operations;
    hooks_ = std::make_unique<Hooks>(*counts_);
}

OperationMeter::~OperationMeter() {
    hooks_.reset();
    counts_of_this_thread = nullptr;
}

OperationCounts OperationMeter::counts() const {
    return counts_->operations;
}

void OperationMeter::count(double products) {
    if (counts_of_this_thread != nullptr) counts_of_this_thread->products += products;
}

const std::vector<std::int64_t>& OperationMeter::live_bytes() const {
    return counts_->live;
}

double flop_at(const OperationTrace& a, const OperationTrace& b, double area) {
    const double far = (area - a.area) / (b.area - a.area);
    const double root = std::lerp(std::sqrt(a.operations.attention), std::sqrt(b.operations.attention), far);
    return std::lerp(a.operations.products, b.operations.products, far) + root * root;
}

double bytes_at(const OperationTrace& a, const OperationTrace& b, double area) {
    const double far = (area - a.area) / (b.area - a.area);
    if (a.live.size() != b.live.size()) {
        const auto peak = [](const OperationTrace& t) {
            return static_cast<double>(*std::ranges::max_element(t.live));
        };
        return peak(a) + (peak(b) - peak(a)) * far;
    }
    double peak = 0;
    for (std::size_t i = 0; i < a.live.size(); ++i)
        peak =
            std::max(peak, static_cast<double>(a.live[i]) + static_cast<double>(b.live[i] - a.live[i]) * far);
    return peak;
}

}  // namespace gbs
