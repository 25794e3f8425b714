namespace TorchSharp;

public static partial class torch
{
    /// <summary>Tools around training.</summary>
    public static partial class utils
    {
        /// <summary>Data sets, and batches of them.</summary>
        public static partial class data
        {
            /// <summary>A numbered set of samples.</summary>
            /// <typeparam name="T">A sample's type.</typeparam>
            public abstract class Dataset<T> : IDisposable
            {
                /// <summary>Makes the set.</summary>
                protected Dataset()
                {
                }

                /// <summary>The number of samples.</summary>
                public abstract long Count { get; }

                /// <summary>One sample. Tensors made here are disposed once they are part of a batch.</summary>
                /// <param name="index">The sample's number.</param>
                /// <returns>The sample.</returns>
                public abstract T GetTensor(long index);

                /// <summary>Releases what the set holds.</summary>
                public void Dispose()
                {
                    Dispose(true);
                    GC.SuppressFinalize(this);
                }

                /// <summary>Releases what the set holds.</summary>
                /// <param name="disposing">True when called by <see cref="Dispose()"/>.</param>
                protected virtual void Dispose(bool disposing)
                {
                }
            }
        }
    }
}
