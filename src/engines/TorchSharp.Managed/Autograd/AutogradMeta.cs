namespace TorchSharp;

/// <summary>A tensor's part in automatic differentiation.</summary>
internal sealed class AutogradMeta(TensorImpl owner)
{
    private Node? gradFunction;
    private bool requiresGrad;
    private TensorImpl? grad;
    private bool zerosPending;

    /// <summary>The base that this tensor is a view of, if operations on it are to be recorded there too.</summary>
    internal ViewInfo? View { get; set; }

    /// <summary>What backward has accumulated here; its contents never require grad.</summary>
    internal TensorImpl? Grad
    {
        get
        {
            if (zerosPending)
            {
                WriteZeros();
            }

            return grad;
        }
    }

    /// <summary>The node that adds to <see cref="Grad"/>, made when first needed.</summary>
    internal AccumulateGrad? Accumulator { get; private set; }

    /// <summary>Whether nothing can read the gradient any more.</summary>
    internal bool IsReleased { get; private set; }

    /// <summary>The operation that made the tensor; null for leaves.</summary>
    internal Node? GradFunction
    {
        get
        {
            // An in-place operation on the base, or on another view of it, has made this view's history stale.
            if (View is { } view && view.Version != owner.Storage.Version)
            {
                view.Version = owner.Storage.Version;
                if (view.Base.Autograd is { RequiresGrad: true })
                {
                    SetGradFunction(new ViewNode(view.Base, owner));
                }
            }

            return gradFunction;
        }
    }

    internal bool RequiresGrad => requiresGrad || GradFunction is not null;

    internal bool IsLeaf => GradFunction is null;

    internal void SetRequiresGrad(bool value) => requiresGrad = value;

    internal void SetGradFunction(Node? node)
    {
        node?.AddReference();
        gradFunction?.Release();
        gradFunction = node;
    }

    /// <summary>Takes over a handle to the new gradient.</summary>
    internal void SetGrad(TensorImpl? grad)
    {
        TensorImpl? old = this.grad;
        this.grad = grad;
        zerosPending = false;
        old?.ReleaseHandle();
    }

    /// <summary>
    /// Makes the gradient zero. One that nobody else can see is written when it is next read, which is never if
    /// backward replaces it first.
    /// </summary>
    internal void ClearGrad()
    {
        if (grad is null)
        {
            return;
        }

        zerosPending = true;
        if (!grad.IsExclusive || !grad.IsContiguous)
        {
            WriteZeros();
        }
    }

    /// <summary>Drops a gradient of zeros that have not been written.</summary>
    internal void DropPendingZeros()
    {
        if (zerosPending)
        {
            SetGrad(null);
        }
    }

    internal AccumulateGrad EnsureAccumulator() => Accumulator ??= new AccumulateGrad(this);

    internal void Release()
    {
        IsReleased = true;
        SetGrad(null);
        SetGradFunction(null);
        ForgetView();
    }

    /// <summary>Cuts the tie to a base, whose memory the tensor no longer shows.</summary>
    internal void ForgetView()
    {
        View?.Base.ReleaseHandle();
        View = null;
    }

    private unsafe void WriteZeros()
    {
        TensorImpl target = grad!;
        zerosPending = false;
        if (target.IsContiguous)
        {
            NativeMemory.Clear(target.Data, (nuint)(target.Count * Dtype.Size(target.Dtype)));
            target.Storage.BumpVersion();
            return;
        }

        using IDisposable mode = GradMode.Set(false);
        using var handle = new Tensor(target.AddHandle());
        handle.zero_();
    }
}
