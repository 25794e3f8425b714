using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A stream of random numbers: the Mersenne Twister that libtorch uses on the processor.</summary>
    public class Generator : IDisposable
    {
        private static readonly Generator SharedDefault = new(DefaultSeed);

        /// <summary>Makes a generator.</summary>
        /// <param name="seed">Where the stream starts.</param>
        /// <param name="device">The processor, or null for it.</param>
        /// <exception cref="InvalidOperationException">The device is not the processor.</exception>
        public Generator(ulong seed = 0, Device? device = null)
        {
            this.device = Available(device);
            Stream = new Mt19937(seed);
        }

        /// <summary>The generator that functions use when they are given none.</summary>
        public static Generator Default => SharedDefault;

        /// <summary>Where the generator lives: the processor.</summary>
        public Device device { get; }

        internal static ulong DefaultSeed => 67280421310721;

        /// <summary>The stream itself; lock this generator while drawing from it.</summary>
        internal Mt19937 Stream { get; }

        /// <summary>Starts the stream anew.</summary>
        /// <param name="seed">Where it starts; the same seed gives the same numbers as libtorch.</param>
        /// <returns>The generator itself.</returns>
        public Generator manual_seed(long seed)
        {
            lock (this)
            {
                Stream.Seed((ulong)seed);
            }

            return this;
        }

        /// <summary>Starts the stream at a seed that nobody can foresee.</summary>
        /// <returns>The seed.</returns>
        public long seed()
        {
            long seed = System.Random.Shared.NextInt64();
            manual_seed(seed);
            return seed;
        }

        /// <summary>Where the stream was last started.</summary>
        /// <returns>The seed.</returns>
        public long initial_seed() => (long)Stream.InitialSeed;

        /// <summary>The stream's state, laid out as PyTorch lays it out.</summary>
        /// <returns>A tensor of bytes for <see cref="set_state"/>.</returns>
        public Tensor get_state()
        {
            lock (this)
            {
                return tensor(Stream.GetState());
            }
        }

        /// <summary>Goes on from a saved state.</summary>
        /// <param name="value">What <see cref="get_state"/> gave.</param>
        /// <exception cref="ArgumentException">The tensor is no such state.</exception>
        public void set_state(Tensor value)
        {
            if (value.dtype != ScalarType.Byte)
            {
                throw new ArgumentException($"A generator's state is a tensor of bytes, not of {value.dtype}.", nameof(value));
            }

            using Scratch scratch = Scratch.Begin();
            byte[] state = value.Plain().data<byte>().ToArray();
            lock (this)
            {
                Stream.SetState(state);
            }
        }

        /// <summary>Generators hold nothing to release; here for code written for backends where they do.</summary>
        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        /// <summary>Releases what a derived generator holds.</summary>
        /// <param name="disposing">False when called by a finalizer.</param>
        protected virtual void Dispose(bool disposing)
        {
        }
    }
}
