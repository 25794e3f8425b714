namespace TorchSharp;

public static partial class torch
{
    /// <summary>Starts the default generator anew.</summary>
    /// <param name="seed">Where it starts; the same seed gives the same numbers as libtorch.</param>
    /// <returns>The default generator.</returns>
    public static Generator manual_seed(long seed) => random.manual_seed(seed);

    /// <summary>The default generator's state.</summary>
    public static class random
    {
        /// <summary>Starts the default generator anew.</summary>
        /// <param name="seed">Where it starts; the same seed gives the same numbers as libtorch.</param>
        /// <returns>The default generator.</returns>
        public static Generator manual_seed(long seed) => Generator.Default.manual_seed(seed);

        /// <summary>Starts the default generator at a seed that nobody can foresee.</summary>
        /// <returns>The seed.</returns>
        public static long seed() => Generator.Default.seed();

        /// <summary>Where the default generator was last started.</summary>
        /// <returns>The seed.</returns>
        public static long initial_seed() => Generator.Default.initial_seed();

        /// <summary>The default generator's state.</summary>
        /// <returns>A tensor of bytes for <see cref="set_rng_state"/>.</returns>
        public static Tensor get_rng_state() => Generator.Default.get_state();

        /// <summary>Lets the default generator go on from a saved state.</summary>
        /// <param name="new_state">What <see cref="get_rng_state"/> gave.</param>
        /// <exception cref="ArgumentException">The tensor is no such state.</exception>
        public static void set_rng_state(Tensor new_state) => Generator.Default.set_state(new_state);
    }
}
