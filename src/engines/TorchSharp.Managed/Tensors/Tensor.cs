namespace TorchSharp;

public static partial class torch
{
    /// <summary>An n-dimensional array of numbers, with automatic differentiation.</summary>
    public partial class Tensor : IDisposable
    {
        private TensorImpl? impl;
        private bool counted;

        /// <summary>Takes over one handle to <paramref name="impl"/> and gives the tensor to the current owner.</summary>
        internal Tensor(TensorImpl impl)
        {
            this.impl = impl;
            if (Scratch.Current is { } scratch)
            {
                scratch.Add(this);
            }
            else
            {
                RegisterOnDisposeScope();
            }
        }

        /// <summary>Takes over what another tensor is a handle to, owner included; the other is unusable afterwards.</summary>
        internal Tensor(Tensor source)
        {
            impl = source.Impl;
            counted = source.counted;
            source.impl = null;
            source.counted = false;
            if (source.Owner is DisposeScope scope)
            {
                scope.Replace(source, this);
            }
            else if (source.Owner is Scratch scratch)
            {
                scratch.Add(this);
            }

            source.Owner = null;
        }

        /// <summary>Whether the tensor has been disposed or taken over.</summary>
        public bool IsInvalid => impl is null;

        /// <summary>The dispose scope or scratch that will dispose the tensor.</summary>
        internal object? Owner { get; set; }

        internal DisposeScope? OwningDisposeScope => Owner as DisposeScope;

        internal TensorImpl Impl => impl ?? throw new InvalidOperationException("Tensor invalid -- empty handle.");

        /// <summary>Releases the tensor; its memory is free as soon as nothing else uses it.</summary>
        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        /// <summary>Takes the tensor out of its dispose scope: only its user disposes it.</summary>
        /// <returns>The tensor itself.</returns>
        public Tensor DetachFromDisposeScope()
        {
            OwningDisposeScope?.Detach(this);
            return this;
        }

        /// <summary>Gives the tensor to the scope around its own, or to nobody if there is none.</summary>
        /// <returns>The tensor itself.</returns>
        public Tensor MoveToOuterDisposeScope()
        {
            OwningDisposeScope?.MoveToOuter(this);
            return this;
        }

        /// <summary>Another handle to the same tensor, to be disposed on its own.</summary>
        /// <returns>The handle.</returns>
        public Tensor alias() => new(Impl.AddHandle());

        /// <summary>Releases the tensor.</summary>
        /// <param name="disposing">False when called by a finalizer.</param>
        protected virtual void Dispose(bool disposing)
        {
            if (impl is null || !disposing)
            {
                return;
            }

            if (OwningDisposeScope is { } scope)
            {
                scope.MarkAsDisposed(this);
            }
            else if (counted)
            {
                DisposeScopeManager.Statistics.TensorStatistics.DisposedOutsideScopeCount++;
            }

            Release();
        }

        internal void RegisterOnDisposeScope()
        {
            counted = true;
            Owner = DisposeScopeManager.ThreadSingleton.Register(this);
        }

        /// <summary>Counts a tensor that leaves a scratch for a keeper of its own, so that its disposal is counted too.</summary>
        internal void CountOutsideScopes()
        {
            counted = true;
            DisposeScopeManager.Statistics.TensorStatistics.CreatedOutsideScopeCount++;
        }

        /// <summary>Disposes on behalf of the owning scope, which has done the counting.</summary>
        internal void DisposeUncounted()
        {
            counted = false;
            Dispose();
        }

        /// <summary>Releases the handle without any bookkeeping.</summary>
        internal void Release()
        {
            Owner = null;
            counted = false;
            TensorImpl? held = impl;
            impl = null;
            held?.ReleaseHandle();
        }
    }
}
