using static TorchSharp.torch;

namespace TorchSharp.Managed.Tests.Goldens.Families;

/// <summary>Element by element: arithmetic, comparisons, selection.</summary>
internal static class Elementwise
{
    internal static void AddTo(OperationTable table)
    {
        Functions(table);
        Arithmetic(table);
        Comparisons(table);
        Selections(table);
    }

    private static void Functions(OperationTable table)
    {
        table.Add("abs", ("torch.Tensor.abs", c => c.X[0].abs()), ("torch.abs", c => torch.abs(c.X[0])));
        table.Add("exp", ("torch.Tensor.exp", c => c.X[0].exp()), ("torch.exp", c => torch.exp(c.X[0])));
        table.Add("log", ("torch.Tensor.log", c => c.X[0].log()), ("torch.log", c => torch.log(c.X[0])));
        table.Add("neg", ("torch.Tensor.neg", c => c.X[0].neg()), ("torch.neg", c => torch.neg(c.X[0])), ("torch.Tensor.operator -", c => -c.X[0]));
        table.Add("sign", ("torch.Tensor.sign", c => c.X[0].sign()), ("torch.sign", c => torch.sign(c.X[0])));
        table.Add("sqrt", ("torch.Tensor.sqrt", c => c.X[0].sqrt()), ("torch.sqrt", c => torch.sqrt(c.X[0])));
        table.Add("rsqrt", ("torch.Tensor.rsqrt", c => c.X[0].rsqrt()), ("torch.rsqrt", c => torch.rsqrt(c.X[0])));
        table.Add("square", ("torch.Tensor.square", c => c.X[0].square()), ("torch.square", c => torch.square(c.X[0])));
        table.Add("reciprocal", ("torch.Tensor.reciprocal", c => c.X[0].reciprocal()));
        table.Add("pow_scalar", ("torch.Tensor.pow", c => c.X[0].pow((Scalar)c.Number("exponent"))), ("torch.pow", c => torch.pow(c.X[0], (Scalar)c.Number("exponent"))));
        table.Add("pow", ("torch.Tensor.pow", c => c.X[0].pow(c.X[1])), ("torch.pow", c => torch.pow(c.X[0], c.X[1])));
        table.Add(
            "clamp",
            ("torch.Tensor.clamp", c => c.X[0].clamp(c.OptionalNumber("min"), c.OptionalNumber("max"))),
            ("torch.clamp", c => torch.clamp(c.X[0], c.OptionalNumber("min"), c.OptionalNumber("max"))),
            ("torch.Tensor.clamp_", c => c.X[0].clone().clamp_(c.OptionalNumber("min"), c.OptionalNumber("max"))),
            ("torch.Tensor.clamp_min", c => c.Has("max") ? c.X[0].clamp(c.OptionalNumber("min"), c.OptionalNumber("max")) : c.X[0].clamp_min(c.Number("min"))));
        table.Add(
            "clamp_tensor",
            ("torch.Tensor.clamp", c => c.X[0].clamp(c.X[1], c.X[2])),
            ("torch.clamp", c => torch.clamp(c.X[0], c.X[1], c.X[2])),
            ("torch.Tensor.clamp_", c => c.X[0].clone().clamp_(c.X[1], c.X[2])));
        table.Add("isnan", ("torch.Tensor.isnan", c => c.X[0].isnan()), ("torch.isnan", c => torch.isnan(c.X[0])));
        table.Add("isfinite", ("torch.Tensor.isfinite", c => c.X[0].isfinite()), ("torch.isfinite", c => torch.isfinite(c.X[0])));
    }

    private static void Arithmetic(OperationTable table)
    {
        table.Add("add", ("torch.Tensor.add", c => c.X[0].add(c.X[1])), ("torch.add", c => torch.add(c.X[0], c.X[1])), ("torch.Tensor.operator +", c => c.X[0] + c.X[1]), ("torch.Tensor.add_", c => Widened(c).add_(c.X[1])));
        table.Add("sub", ("torch.Tensor.sub", c => c.X[0].sub(c.X[1])), ("torch.sub", c => torch.sub(c.X[0], c.X[1])), ("torch.Tensor.operator -", c => c.X[0] - c.X[1]), ("torch.Tensor.sub_", c => Widened(c).sub_(c.X[1])));
        table.Add("mul", ("torch.Tensor.mul", c => c.X[0].mul(c.X[1])), ("torch.mul", c => torch.mul(c.X[0], c.X[1])), ("torch.Tensor.operator *", c => c.X[0] * c.X[1]), ("torch.Tensor.mul_", c => Widened(c).mul_(c.X[1])));
        table.Add("div", ("torch.Tensor.operator /", c => c.X[0] / c.X[1]));
        table.Add("add_alpha", ("torch.Tensor.add", c => c.X[0].add(c.X[1], c.Number("alpha"))), ("torch.add", c => torch.add(c.X[0], c.X[1], c.Number("alpha"))), ("torch.Tensor.add_", c => c.X[0].clone().add_(c.X[1], c.Number("alpha"))));
        table.Add("add_scalar", ("torch.Tensor.add", c => c.X[0].add(c.Number("value"))), ("torch.add", c => torch.add(c.X[0], c.Number("value"))), ("torch.Tensor.operator +", c => c.Number("value") + c.X[0]), ("torch.Tensor.add_", c => c.X[0].clone().add_(c.Number("value"))));
        table.Add("sub_scalar", ("torch.Tensor.sub", c => c.X[0].sub(c.Number("value"))), ("torch.sub", c => torch.sub(c.X[0], c.Number("value"))), ("torch.Tensor.operator -", c => c.X[0] - c.Number("value")), ("torch.Tensor.sub_", c => c.X[0].clone().sub_(c.Number("value"))));
        table.Add("mul_scalar", ("torch.Tensor.mul", c => c.X[0].mul(c.Number("value"))), ("torch.mul", c => torch.mul(c.X[0], c.Number("value"))), ("torch.Tensor.operator *", c => c.Number("value") * c.X[0]), ("torch.Tensor.mul_", c => c.X[0].clone().mul_(c.Number("value"))));
        table.Add("div_scalar", ("torch.Tensor.operator /", c => c.X[0] / c.Number("value")));
        table.Add("scalar_sub", ("torch.Tensor.operator -", c => c.Number("value") - c.X[0]));
        table.Add("scalar_div", ("torch.Tensor.operator /", c => c.Number("value") / c.X[0]));
        table.Add("maximum", ("torch.Tensor.maximum", c => c.X[0].maximum(c.X[1])), ("torch.maximum", c => torch.maximum(c.X[0], c.X[1])), ("torch.Tensor.max", c => c.X[0].max(c.X[1])), ("torch.max", c => torch.max(c.X[0], c.X[1])));
        table.Add("minimum", ("torch.Tensor.minimum", c => c.X[0].minimum(c.X[1])), ("torch.minimum", c => torch.minimum(c.X[0], c.X[1])), ("torch.Tensor.min", c => c.X[0].min(c.X[1])), ("torch.min", c => torch.min(c.X[0], c.X[1])));
    }

    private static void Comparisons(OperationTable table)
    {
        table.Add("eq", ("torch.Tensor.eq", c => c.X[0].eq(c.X[1])), ("torch.eq", c => torch.eq(c.X[0], c.X[1])));
        table.Add("ne", ("torch.Tensor.ne", c => c.X[0].ne(c.X[1])), ("torch.ne", c => torch.ne(c.X[0], c.X[1])));
        table.Add("lt", ("torch.Tensor.lt", c => c.X[0].lt(c.X[1])), ("torch.lt", c => torch.lt(c.X[0], c.X[1])));
        table.Add("le", ("torch.Tensor.le", c => c.X[0].le(c.X[1])), ("torch.le", c => torch.le(c.X[0], c.X[1])));
        table.Add("gt", ("torch.Tensor.gt", c => c.X[0].gt(c.X[1])), ("torch.gt", c => torch.gt(c.X[0], c.X[1])));
        table.Add("ge", ("torch.Tensor.ge", c => c.X[0].ge(c.X[1])), ("torch.ge", c => torch.ge(c.X[0], c.X[1])));
        table.Add("eq_scalar", ("torch.Tensor.eq", c => c.X[0].eq(c.Number("value"))));
        table.Add("ne_scalar", ("torch.Tensor.ne", c => c.X[0].ne(c.Number("value"))));
        table.Add("lt_scalar", ("torch.Tensor.lt", c => c.X[0].lt(c.Number("value"))));
        table.Add("le_scalar", ("torch.Tensor.le", c => c.X[0].le(c.Number("value"))));
        table.Add("gt_scalar", ("torch.Tensor.gt", c => c.X[0].gt(c.Number("value"))));
        table.Add("ge_scalar", ("torch.Tensor.ge", c => c.X[0].ge(c.Number("value"))));
        table.Add(
            "allclose",
            ("torch.Tensor.allclose", c => torch.tensor(c.X[0].allclose(c.X[1], c.Number("rtol"), c.Number("atol")))),
            ("torch.allclose", c => torch.tensor(torch.allclose(c.X[0], c.X[1], c.Number("rtol"), c.Number("atol")))));
    }

    private static void Selections(OperationTable table)
    {
        table.Add("where", ("torch.where", c => torch.where(c.X[0], c.X[1], c.X[2])), ("torch.Tensor.where", c => c.X[1].where(c.X[0], c.X[2])));
        table.Add("masked_fill", ("torch.Tensor.masked_fill", c => c.X[0].masked_fill(c.X[1], c.Number("value"))), ("torch.Tensor.masked_fill_", c => c.X[0].clone().masked_fill_(c.X[1], c.Number("value"))));
        table.Add("masked_select", ("torch.Tensor.masked_select", c => c.X[0].masked_select(c.X[1])));
        table.Add("fill", ("torch.Tensor.fill_", c => c.X[0].clone().fill_(c.Number("value"))));
        table.Add("zero", ("torch.Tensor.zero_", c => c.X[0].clone().zero_()));
        table.Add("copy", ("torch.Tensor.copy_", c => c.X[0].clone().copy_(c.X[1])));
    }

    /// <summary>The first input in the shape of the result, which is what an in-place operation writes into.</summary>
    private static Tensor Widened(GoldenCall c)
    {
        using Tensor shape = c.X[0].detach() + c.X[1].detach();
        return c.X[0].expand(shape.shape).clone();
    }
}
