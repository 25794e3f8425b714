namespace TorchSharp;

/// <summary>
/// Owns the tensors that an operation makes on its way. Between <see cref="Begin"/> and <see cref="Dispose"/> new
/// tensors of this thread belong to the scratch, are invisible to dispose scopes and their statistics, and are
/// released at the end, except those given out with <see cref="Keep(Tensor)"/>.
/// </summary>
internal sealed class Scratch : IDisposable
{
    [ThreadStatic]
    private static Scratch? current;

    [ThreadStatic]
    private static Scratch? spare;

    private readonly List<Tensor> owned = [];
    private Scratch? outer;

    private Scratch()
    {
    }

    /// <summary>The innermost scratch of this thread.</summary>
    internal static Scratch? Current => current;

    internal static Scratch Begin()
    {
        Scratch scratch = spare ?? new Scratch();
        spare = scratch.outer;
        scratch.outer = current;
        current = scratch;
        return scratch;
    }

    /// <summary>Hands a tensor over to whoever called the operation: the outer scratch or the dispose scope.</summary>
    internal Tensor Keep(Tensor tensor)
    {
        if (ReferenceEquals(tensor.Owner, this))
        {
            if (outer is not null)
            {
                outer.Add(tensor);
            }
            else
            {
                tensor.RegisterOnDisposeScope();
            }
        }

        return tensor;
    }

    /// <summary>Keeps several tensors.</summary>
    internal Tensor[] Keep(Tensor[] tensors)
    {
        foreach (Tensor tensor in tensors)
        {
            Keep(tensor);
        }

        return tensors;
    }

    internal void Add(Tensor tensor)
    {
        tensor.Owner = this;
        owned.Add(tensor);
    }

    /// <summary>Ends the scratch and releases what was not kept.</summary>
    public void Dispose()
    {
        current = outer;
        foreach (Tensor tensor in owned)
        {
            if (ReferenceEquals(tensor.Owner, this))
            {
                tensor.Release();
            }
        }

        owned.Clear();
        outer = spare;
        spare = this;
    }
}
