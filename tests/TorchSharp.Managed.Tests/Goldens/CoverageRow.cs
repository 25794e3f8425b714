namespace TorchSharp.Managed.Tests.Goldens;

/// <summary>One member of the contract: whether it is there, its golden cases, and whether a test uses it.</summary>
internal sealed record CoverageRow(string Section, string Name, bool Exists, IReadOnlyList<string> Golden, int Forward, int Gradient, bool IsTested)
{
    /// <summary>A member that is not there, or that nothing checks.</summary>
    internal bool IsHole => !Exists || (Golden.Count == 0 && (NeedsGolden || (!IsTested && !ForDerivedClasses.Contains($"{Section}.{Name}"))));

    /// <summary>What computes numbers is compared with PyTorch's; a test of our own making does not do.</summary>
    internal bool NeedsGolden => NumericSections.Contains(Section) && !WithoutNumbers.Contains(Name);

    /// <summary>Whether the hole is one that stands open for now; it is one all the same.</summary>
    internal bool IsKnown => KnownHoles.Any(h => h == $"{Section}.{Name}" || (h.EndsWith('*') && $"{Section}.{Name}".StartsWith(h[..^1], StringComparison.Ordinal)));

    /// <summary>Protected members and abstract classes' constructors, which only the engine's own layers use.</summary>
    internal static IReadOnlySet<string> ForDerivedClasses { get; } = new HashSet<string>
    {
        "Modules.Convolution._bias", "Modules.Convolution._reversed_padding_repeated_twice", "Modules.Convolution._weight", "Modules.Convolution.Convolution",
        "Modules.Convolution.ValidateShape", "Modules.NormBase.NormBase", "Modules.NormBase.ValidateInputDimensions", "Modules.BatchNorm.BatchNorm",
        "Modules.BatchNorm1d.ValidateInputDimensions", "Modules.BatchNorm2d.ValidateInputDimensions", "torch.optim.Optimizer._parameter_groups",
    };

    /// <summary>What the engine does not have yet. Filling one means taking it off this list.</summary>
    internal static IReadOnlyList<string> KnownHoles { get; } =
    [
        "torch.nn.MultiheadAttention", "Modules.MultiheadAttention.*",
    ];

    private static readonly HashSet<string> NumericSections =
        ["torch.Tensor", "torch", "torch.nn", "torch.nn.functional", "torch.nn.init", "torch.nn.utils", "torch.optim", "torch.optim.lr_scheduler"];

    /// <summary>Members of those sections that compute nothing, or whose result PyTorch does not fix.</summary>
    private static readonly HashSet<string> WithoutNumbers =
    [
        "NumberOfElements", "device", "dtype", "grad", "is_leaf", "ndim", "requires_grad", "shape", "DetachFromDisposeScope", "Dispose",
        "MoveToOuterDisposeScope", "ToString", "backward", "data", "detach", "dim", "is_contiguous", "item", "numel", "requires_grad_", "set_",
        "size", "stride", "NewDisposeScope", "as_tensor", "cuda_is_available", "empty", "empty_like", "enable_grad", "from_array", "get_num_threads",
        "inference_mode", "is_grad_enabled", "manual_seed", "no_grad", "set_grad_enabled", "set_num_threads", "tensor", "ModuleDict", "ModuleList",
        "Parameter", "ParameterList", "Sequential", "CalculateFanInAndFanOut", "calculate_gain", "dirac_", "eye_", "orthogonal_", "sparse_",
        "trunc_normal_", "parameters_to_vector", "vector_to_parameters",
    ];
}
