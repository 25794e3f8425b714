namespace TorchSharp;

public static partial class torch
{
    /// <summary>Tensors one after the other along a dimension.</summary>
    /// <param name="tensors">The tensors.</param>
    /// <param name="dim">The dimension's number; negative counts from the end.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ArgumentException">There are no tensors.</exception>
    /// <exception cref="ExternalException">The sizes do not fit.</exception>
    public static Tensor cat(IList<Tensor> tensors, long dim = 0) => Joining.Cat(tensors, dim);

    /// <summary>Tensors one after the other along a dimension.</summary>
    /// <param name="tensors">The tensors.</param>
    /// <param name="dim">The dimension's number; negative counts from the end.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ArgumentException">There are no tensors.</exception>
    /// <exception cref="ExternalException">The sizes do not fit.</exception>
    public static Tensor concat(IList<Tensor> tensors, long dim = 0) => Joining.Cat(tensors, dim);

    /// <summary>Tensors of one size along a new dimension.</summary>
    /// <param name="tensors">The tensors.</param>
    /// <param name="dim">The dimension's number; negative counts from the end.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ArgumentException">There are no tensors.</exception>
    /// <exception cref="ExternalException">The sizes do not fit.</exception>
    public static Tensor stack(IEnumerable<Tensor> tensors, long dim = 0) => Joining.Stack(tensors, dim);

    /// <summary>Tensors side by side, vectors end to end.</summary>
    /// <param name="tensors">The tensors.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ArgumentException">There are no tensors.</exception>
    /// <exception cref="ExternalException">The sizes do not fit.</exception>
    public static Tensor hstack(IList<Tensor> tensors) => Joining.Horizontal(tensors);

    /// <summary>Tensors side by side, vectors end to end.</summary>
    /// <param name="tensors">The tensors.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ArgumentException">There are no tensors.</exception>
    /// <exception cref="ExternalException">The sizes do not fit.</exception>
    public static Tensor hstack(params Tensor[] tensors) => Joining.Horizontal(tensors);

    /// <summary>Tensors side by side, vectors end to end.</summary>
    /// <param name="tensors">The tensors.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ArgumentException">There are no tensors.</exception>
    /// <exception cref="ExternalException">The sizes do not fit.</exception>
    public static Tensor hstack(IEnumerable<Tensor> tensors) => Joining.Horizontal(tensors);

    /// <summary>Tensors one below the other, vectors as rows.</summary>
    /// <param name="tensors">The tensors.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ArgumentException">There are no tensors.</exception>
    /// <exception cref="ExternalException">The sizes do not fit.</exception>
    public static Tensor vstack(IList<Tensor> tensors) => Joining.Vertical(tensors);

    /// <summary>The lower triangle of matrices, zero elsewhere.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="diagonal">Which diagonal: 0 the main one, positive above it.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ExternalException">There are fewer than two dimensions.</exception>
    public static Tensor tril(Tensor input, long diagonal = 0) => input.tril(diagonal);

    /// <summary>The upper triangle of matrices, zero elsewhere.</summary>
    /// <param name="input">The tensor.</param>
    /// <param name="diagonal">Which diagonal: 0 the main one, positive above it.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ExternalException">There are fewer than two dimensions.</exception>
    public static Tensor triu(Tensor input, long diagonal = 0) => input.triu(diagonal);

    /// <summary>Products of tensors, summed over the subscripts that the result does not have.</summary>
    /// <param name="equation">Subscripts of the operands and, after ->, of the result.</param>
    /// <param name="tensors">The tensors.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ExternalException">The subscripts do not fit the operands.</exception>
    public static Tensor einsum(string equation, params Tensor[] tensors) => Einsum.Of(equation, tensors);
}
