using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Managed.Tests.Goldens;

/// <summary>One input of a case: the tensor the operation gets, and the leaf its gradient is read from.</summary>
internal sealed class GoldenInput
{
    private readonly Func<Tensor, Tensor> view;
    private readonly Tensor leaf;
    private Parameter? parameter;

    internal GoldenInput(GoldenTensor stored, GoldenMode mode, bool differentiate, Func<Tensor, Tensor>? distort)
    {
        ScalarType type = stored.IsFloating ? (mode == GoldenMode.Single ? ScalarType.Float32 : ScalarType.Float64) : stored.Code == 'b' ? ScalarType.Bool : ScalarType.Int64;
        Tensor plain = torch.tensor(GoldenFile.Numbers(stored), stored.Shape).to_type(type);
        bool strided = mode == GoldenMode.Strided;
        bool matrix = stored.Shape.Length >= 2;
        view = !strided ? static x => x : matrix ? static x => x.transpose(0, -1) : static x => x.select(-1, 0);
        leaf = !strided ? plain : matrix ? plain.transpose(0, -1).contiguous() : torch.stack([plain, plain], -1);
        if (differentiate)
        {
            leaf.requires_grad_();
        }

        Value = distort is null ? view(leaf) : distort(view(leaf));
    }

    internal Tensor Value { get; }

    /// <summary>The gradient of the input, in the input's shape; null where none arrived.</summary>
    internal Tensor? Gradient => parameter is not null ? parameter.grad : leaf.grad is { } g ? view(g) : null;

    /// <summary>The input as a layer's parameter; from here on its gradient is the parameter's.</summary>
    internal Parameter AsParameter() => parameter = new Parameter(Value.detach().clone());
}
