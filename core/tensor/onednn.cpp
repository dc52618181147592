// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tensor/onednn.h"

#include <ATen/Context.h>
#include <ATen/core/dispatch/Dispatcher.h>

#include <string_view>
#include <utility>

namespace gbs {
namespace {

using Scalars = torch::List<std::optional<at::Scalar>>;
using Name = std::optional<std::string_view>;
using Bias = std::optional<torch::Tensor>;

using Reorder = torch::Tensor(const torch::Tensor&, torch::IntArrayRef, torch::IntArrayRef,
                              torch::IntArrayRef, std::int64_t, torch::OptionalIntArrayRef);
using Convolve = torch::Tensor(const torch::Tensor&, const torch::Tensor&, const Bias&, torch::IntArrayRef,
                               torch::IntArrayRef, torch::IntArrayRef, std::int64_t, std::string_view,
                               Scalars, Name);
using ConvolveAndAdd = torch::Tensor(const torch::Tensor&, const torch::Tensor&, const torch::Tensor&,
                                     const Bias&, torch::IntArrayRef, torch::IntArrayRef, torch::IntArrayRef,
                                     std::int64_t, std::string_view, std::optional<at::Scalar>, Name, Scalars,
                                     Name);

/// An operation of torch; nothing if this build lacks it.
template <typename Signature>
std::optional<c10::TypedOperatorHandle<Signature>> find(const char* name, const char* overload) {
    const auto operation = c10::Dispatcher::singleton().findSchema({name, overload});
    if (!operation) return std::nullopt;
    return operation->typed<Signature>();
}

struct Operations {
    std::optional<c10::TypedOperatorHandle<Reorder>> reorder =
        find<Reorder>("mkldnn::_reorder_convolution_weight", "");
    std::optional<c10::TypedOperatorHandle<Convolve>> convolve =
        find<Convolve>("mkldnn::_convolution_pointwise", "");
    std::optional<c10::TypedOperatorHandle<ConvolveAndAdd>> convolve_and_add =
        find<ConvolveAndAdd>("mkldnn::_convolution_pointwise", "binary");

    bool all() const { return reorder && convolve && convolve_and_add; }
};

const Operations& operations() {
    static const Operations found;
    return found;
}

}  // namespace

std::optional<OneDnnConvolution> OneDnnConvolution::make(const torch::Tensor& weight,
                                                         const torch::Tensor& bias, ConvolutionShape shape,
                                                         const std::vector<std::int64_t>& input) {
    const bool usable = at::globalContext().userEnabledMkldnn() && at::Context::hasMKLDNN() &&
                        weight.scalar_type() == torch::kFloat && operations().all();
    if (!usable) return std::nullopt;
    OneDnnConvolution made;
    made.weight_ =
        operations().reorder->call(weight.detach().contiguous(), shape.padding, shape.stride, shape.dilation,
                                   shape.groups, torch::OptionalIntArrayRef(torch::IntArrayRef(input)));
    if (bias.defined()) made.bias_ = bias.detach();
    made.shape_ = std::move(shape);
    return made;
}

torch::Tensor OneDnnConvolution::operator()(const torch::Tensor& x, const torch::Tensor& residual,
                                            Activation activation) const {
    const torch::Tensor in = x.contiguous(torch::MemoryFormat::ChannelsLast);
    const Bias bias = bias_.defined() ? Bias(bias_) : std::nullopt;
    Scalars bounds;
    if (activation == Activation::relu6) {
        bounds.push_back(at::Scalar(0.0));
        bounds.push_back(at::Scalar(6.0));
    }
    const std::string_view name = activation == Activation::relu    ? "relu"
                                  : activation == Activation::relu6 ? "hardtanh"
                                                                    : "none";
    if (!residual.defined())
        return operations().convolve->call(in, weight_, bias, shape_.padding, shape_.stride, shape_.dilation,
                                           shape_.groups, name, bounds, Name(""));
    // After a sum, torch offers ReLU alone.
    const Name after = activation == Activation::relu ? Name(name) : std::nullopt;
    torch::Tensor sum = operations().convolve_and_add->call(
        in, residual.contiguous(torch::MemoryFormat::ChannelsLast), weight_, bias, shape_.padding,
        shape_.stride, shape_.dilation, shape_.groups, "add", at::Scalar(1.0), after, Scalars(),
        std::nullopt);
    return activation == Activation::relu6 ? torch::hardtanh_(sum, 0, 6) : sum;
}

}  // namespace gbs
