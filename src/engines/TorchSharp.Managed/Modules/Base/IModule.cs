namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>What can be called with one input.</summary>
        /// <typeparam name="T">The input's type.</typeparam>
        /// <typeparam name="TResult">The output's type.</typeparam>
        public interface IModule<in T, out TResult>
        {
            /// <summary>Computes the output.</summary>
            /// <param name="input1">The input.</param>
            /// <returns>The output.</returns>
            TResult call(T input1);
        }
    }
}
