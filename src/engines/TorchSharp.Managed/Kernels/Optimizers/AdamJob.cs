using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>Adam's update of a range of elements.</summary>
internal unsafe struct AdamJob<T> : IRangeJob
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public T* Parameter;
    public T* Gradient;
    public T* First;
    public T* Second;
    public T* MaxSecond;
    public T Sign;
    public T Coupled;
    public T Shrink;
    public T Beta1;
    public T Rest1;
    public T Beta2;
    public T Rest2;
    public T RootReciprocal;
    public T Epsilon;
    public T StepSize;

    public readonly void Run(nint from, nint to)
    {
        nint index = from;
        Vector<T> sign = new(Sign), coupled = new(Coupled), shrink = new(Shrink), beta1 = new(Beta1), rest1 = new(Rest1);
        Vector<T> beta2 = new(Beta2), rest2 = new(Rest2), root = new(RootReciprocal), epsilon = new(Epsilon), stepSize = new(StepSize);
        for (; index + Vector<T>.Count <= to; index += Vector<T>.Count)
        {
            Vector<T> weight = Vector.Load(Parameter + index);
            Vector<T> slope = (sign * Vector.Load(Gradient + index)) + (coupled * weight);
            Vector<T> first = (beta1 * Vector.Load(First + index)) + (rest1 * slope);
            Vector<T> second = (beta2 * Vector.Load(Second + index)) + (rest2 * slope * slope);
            Vector.Store(first, First + index);
            Vector.Store(second, Second + index);
            if (MaxSecond != null)
            {
                second = Vector.Max(Vector.Load(MaxSecond + index), second);
                Vector.Store(second, MaxSecond + index);
            }

            Vector<T> denominator = (Vector.SquareRoot(second) * root) + epsilon;
            Vector.Store((shrink * weight) + (stepSize * first / denominator), Parameter + index);
        }

        for (; index < to; index++)
        {
            T slope = (Sign * Gradient[index]) + (Coupled * Parameter[index]);
            T first = (Beta1 * First[index]) + (Rest1 * slope);
            T second = (Beta2 * Second[index]) + (Rest2 * slope * slope);
            First[index] = first;
            Second[index] = second;
            if (MaxSecond != null)
            {
                second = T.Max(MaxSecond[index], second);
                MaxSecond[index] = second;
            }

            T denominator = (T.Sqrt(second) * RootReciprocal) + Epsilon;
            Parameter[index] = (Shrink * Parameter[index]) + (StepSize * first / denominator);
        }
    }
}
