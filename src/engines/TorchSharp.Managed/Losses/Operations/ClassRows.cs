namespace TorchSharp.Modules;

/// <summary>Scores as a matrix with one row per element, checked against their targets.</summary>
internal sealed class ClassRows
{
    private readonly Tensor? weight;

    private ClassRows(Tensor scores, Tensor targets, Tensor? weight, long ignoreIndex, long[] lossSizes)
    {
        Scores = scores;
        Targets = targets;
        this.weight = weight;
        IgnoreIndex = ignoreIndex;
        LossSizes = lossSizes;
    }

    /// <summary>Elements × classes, part of the graph.</summary>
    internal Tensor Scores { get; }

    /// <summary>A class number per element, contiguous.</summary>
    internal Tensor Targets { get; }

    /// <summary>A weight per class, contiguous, or null.</summary>
    internal Tensor? Weight => weight;

    internal long IgnoreIndex { get; }

    /// <summary>The shape of the losses without reduction.</summary>
    internal long[] LossSizes { get; }

    internal nint Count => (nint)Scores.Sizes[0];

    internal nint Classes => (nint)Scores.Sizes[1];

    internal unsafe T* WeightPointer<T>()
        where T : unmanaged => weight is null ? null : weight.Pointer<T>();

    internal static ClassRows Of(string operation, Tensor input, Tensor target, Tensor? weight, long ignoreIndex)
    {
        if (target.dtype != ScalarType.Int64)
        {
            throw TorchError.Of($"expected scalar type Long but found {TorchError.DtypeName(target.dtype)}: {operation} wants class numbers as int64");
        }

        if (input.Rank == 0 || target.Rank != Math.Max(input.Rank - 1, 0))
        {
            throw TorchError.Of($"{operation}: an input of shape {TensorShape.Describe(input.Sizes)} wants a target with {Math.Max(input.Rank - 1, 0)} dimensions, but got the shape {TensorShape.Describe(target.Sizes)}");
        }

        if (input.Rank > 1 && input.Sizes[0] != target.Sizes[0])
        {
            throw TorchError.Of($"Expected input batch_size ({input.Sizes[0]}) to match target batch_size ({target.Sizes[0]}): {operation} of an input {TensorShape.Describe(input.Sizes)} with a target {TensorShape.Describe(target.Sizes)}");
        }

        if (input.Rank > 2 && !input.Sizes[2..].SequenceEqual(target.Sizes[1..]))
        {
            throw TorchError.Of($"{operation}: the input {TensorShape.Describe(input.Sizes)} and the target {TensorShape.Describe(target.Sizes)} differ behind the class dimension");
        }

        long classes = input.Rank == 1 ? input.Sizes[0] : input.Sizes[1];
        if (weight is not null && !(weight.Rank == 1 && weight.Sizes[0] == classes && weight.dtype == input.dtype))
        {
            throw TorchError.Of($"{operation}: weight must have one {TorchError.DtypeName(input.dtype)} for each of the {classes} classes, but has the shape {TensorShape.Describe(weight.Sizes)} and type {TorchError.DtypeName(weight.dtype)}");
        }

        Tensor scores = input.Rank switch
        {
            1 => input.unsqueeze(0),
            2 => input,
            _ => input.flatten(2).transpose(1, 2).reshape(-1, classes),
        };
        Tensor targets = Rows.Contiguous(target);
        CheckTargets(targets, classes, ignoreIndex);
        return new ClassRows(scores, targets, weight is null ? null : Rows.Contiguous(weight), ignoreIndex, target.shape);
    }

    private static unsafe void CheckTargets(Tensor targets, long classes, long ignoreIndex)
    {
        long* values = targets.Pointer<long>();
        for (long i = 0; i < targets.numel(); i++)
        {
            if (values[i] != ignoreIndex && (values[i] < 0 || values[i] >= classes))
            {
                throw TorchError.Of($"Target {values[i]} is out of bounds: there are {classes} classes.");
            }
        }

        GC.KeepAlive(targets);
    }
}
