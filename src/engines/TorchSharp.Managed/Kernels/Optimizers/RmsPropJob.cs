using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>RMSProp's update of a range of elements.</summary>
internal unsafe struct RmsPropJob<T> : IRangeJob
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public T* Parameter;
    public T* Gradient;
    public T* Square;
    public T* Buffer;
    public T* Average;
    public T Sign;
    public T Rate;
    public T Alpha;
    public T Rest;
    public T Epsilon;
    public T WeightDecay;
    public T Momentum;

    public readonly void Run(nint from, nint to)
    {
        nint index = from;
        Vector<T> sign = new(Sign), rate = new(Rate), alpha = new(Alpha), rest = new(Rest);
        Vector<T> epsilon = new(Epsilon), weightDecay = new(WeightDecay), momentum = new(Momentum);
        for (; index + Vector<T>.Count <= to; index += Vector<T>.Count)
        {
            Vector<T> weight = Vector.Load(Parameter + index);
            Vector<T> slope = (sign * Vector.Load(Gradient + index)) + (weightDecay * weight);
            Vector<T> square = (alpha * Vector.Load(Square + index)) + (rest * slope * slope);
            Vector.Store(square, Square + index);
            if (Average != null)
            {
                Vector<T> average = (alpha * Vector.Load(Average + index)) + (rest * slope);
                Vector.Store(average, Average + index);
                square -= average * average;
            }

            Vector<T> move = slope / (Vector.SquareRoot(square) + epsilon);
            if (Buffer != null)
            {
                move += momentum * Vector.Load(Buffer + index);
                Vector.Store(move, Buffer + index);
            }

            Vector.Store(weight + (rate * move), Parameter + index);
        }

        for (; index < to; index++)
        {
            T slope = (Sign * Gradient[index]) + (WeightDecay * Parameter[index]);
            T square = (Alpha * Square[index]) + (Rest * slope * slope);
            Square[index] = square;
            if (Average != null)
            {
                T average = (Alpha * Average[index]) + (Rest * slope);
                Average[index] = average;
                square -= average * average;
            }

            T move = slope / (T.Sqrt(square) + Epsilon);
            if (Buffer != null)
            {
                move += Momentum * Buffer[index];
                Buffer[index] = move;
            }

            Parameter[index] += Rate * move;
        }
    }
}
