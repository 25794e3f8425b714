namespace TorchSharp
{
    public enum DeviceType
    {
        CPU = 0,
        CUDA = 1,
        MKLDNN = 2,
        OPENGL = 3,
        OPENCL = 4,
        IDEEP = 5,
        HIP = 6,
        FPGA = 7,
        MSNPU = 8,
        XLA = 9,
        MPS = 13,
        META = 14,
    }
    public sealed class DisposeScope : System.IDisposable
    {
        public int DisposablesCount { get; }
        public System.Collections.Generic.IReadOnlyList<System.IDisposable> DisposablesView { get; }
        public System.Collections.Generic.IReadOnlyList<System.IDisposable> Attach(System.Collections.Generic.IEnumerable<System.IDisposable> disposables) { }
        public void Attach(System.IDisposable disposable) { }
        public void Attach(params System.IDisposable[] disposables) { }
        public bool Contains(System.IDisposable disposable) { }
        public void Detach(System.Collections.Generic.IEnumerable<System.IDisposable> disposables) { }
        public void Detach(params System.IDisposable[] disposables) { }
        public T Detach<T>(T disposable)
            where T : System.IDisposable { }
        [return: System.Runtime.CompilerServices.TupleElementNames(new string[] {
                "first",
                "second"})]
        public System.ValueTuple<T1, T2> Detach<T1, T2>(T1 first, T2 second)
            where T1 : System.IDisposable
            where T2 : System.IDisposable { }
        [return: System.Runtime.CompilerServices.TupleElementNames(new string[] {
                "first",
                "second",
                "third"})]
        public System.ValueTuple<T1, T2, T3> Detach<T1, T2, T3>(T1 first, T2 second, T3 third)
            where T1 : System.IDisposable
            where T2 : System.IDisposable
            where T3 : System.IDisposable { }
        public void Dispose() { }
        public void DisposeEverything() { }
        public void DisposeEverythingBut(System.Collections.Generic.IEnumerable<System.IDisposable> inKeep) { }
        public void DisposeEverythingBut(params System.IDisposable[] keep) { }
        public T DisposeEverythingBut<T>(T keep)
            where T : System.IDisposable { }
        [return: System.Runtime.CompilerServices.TupleElementNames(new string[] {
                "first",
                "second"})]
        public System.ValueTuple<T1, T2> DisposeEverythingBut<T1, T2>(T1 first, T2 second)
            where T1 : System.IDisposable
            where T2 : System.IDisposable { }
        [return: System.Runtime.CompilerServices.TupleElementNames(new string[] {
                "first",
                "second",
                "third"})]
        public System.ValueTuple<T1, T2, T3> DisposeEverythingBut<T1, T2, T3>(T1 first, T2 second, T3 third)
            where T1 : System.IDisposable
            where T2 : System.IDisposable
            where T3 : System.IDisposable { }
        public void MarkAsDisposed(System.IDisposable disposable) { }
        public void MoveToOther(TorchSharp.DisposeScope? scope, System.Collections.Generic.IEnumerable<System.IDisposable> disposables) { }
        public void MoveToOther(TorchSharp.DisposeScope? scope, params System.IDisposable[] disposables) { }
        public T MoveToOther<T>(TorchSharp.DisposeScope? scope, T disposable)
            where T : System.IDisposable { }
        [return: System.Runtime.CompilerServices.TupleElementNames(new string[] {
                "first",
                "second"})]
        public System.ValueTuple<T1, T2> MoveToOther<T1, T2>(TorchSharp.DisposeScope? scope, T1 first, T2 second)
            where T1 : System.IDisposable
            where T2 : System.IDisposable { }
        [return: System.Runtime.CompilerServices.TupleElementNames(new string[] {
                "first",
                "second",
                "third"})]
        public System.ValueTuple<T1, T2, T3> MoveToOther<T1, T2, T3>(TorchSharp.DisposeScope? scope, T1 first, T2 second, T3 third)
            where T1 : System.IDisposable
            where T2 : System.IDisposable
            where T3 : System.IDisposable { }
        public void MoveToOuter(System.Collections.Generic.IEnumerable<System.IDisposable> disposables) { }
        public void MoveToOuter(params System.IDisposable[] disposables) { }
        public T MoveToOuter<T>(T disposable)
            where T : System.IDisposable { }
        [return: System.Runtime.CompilerServices.TupleElementNames(new string[] {
                "first",
                "second"})]
        public System.ValueTuple<T1, T2> MoveToOuter<T1, T2>(T1 first, T2 second)
            where T1 : System.IDisposable
            where T2 : System.IDisposable { }
        [return: System.Runtime.CompilerServices.TupleElementNames(new string[] {
                "first",
                "second",
                "third"})]
        public System.ValueTuple<T1, T2, T3> MoveToOuter<T1, T2, T3>(T1 first, T2 second, T3 third)
            where T1 : System.IDisposable
            where T2 : System.IDisposable
            where T3 : System.IDisposable { }
    }
    public class DisposeScopeManager
    {
        public DisposeScopeManager() { }
        public static TorchSharp.ThreadDisposeScopeStatistics Statistics { get; }
    }
    public class LifetimeStatistics
    {
        public LifetimeStatistics() { }
        public long AttachedToScopeCount { get; }
        public long CreatedInScopeCount { get; }
        public long CreatedOutsideScopeCount { get; }
        public long DetachedFromScopeCount { get; }
        public long DisposedInScopeCount { get; }
        public long DisposedOutsideScopeCount { get; }
        public long ThreadTotalLiveCount { get; }
        public void Reset() { }
        public override string ToString() { }
    }
    public abstract class Loss<T1, T2, TResult> : TorchSharp.torch.nn.Module<T1, T2, TResult>
    {
        protected Loss(TorchSharp.torch.nn.Reduction reduction = 1) { }
        public TorchSharp.torch.nn.Reduction reduction { get; }
        protected override void RegisterComponents() { }
    }
    public static class ModuleExtensionMethods
    {
        public static T cpu<T>(this T module, bool non_blocking = false)
            where T : TorchSharp.torch.nn.Module { }
        public static T to<T>(this T module, TorchSharp.torch.Device device, bool non_blocking = false)
            where T : TorchSharp.torch.nn.Module { }
        public static T to<T>(this T module, TorchSharp.torch.ScalarType type, bool non_blocking = false)
            where T : TorchSharp.torch.nn.Module { }
        public static T to<T>(this T module, TorchSharp.DeviceType deviceType, int deviceIndex = -1, bool non_blocking = false)
            where T : TorchSharp.torch.nn.Module { }
        public static T to<T>(this T module, TorchSharp.torch.Device device, TorchSharp.torch.ScalarType type, bool non_blocking = false)
            where T : TorchSharp.torch.nn.Module { }
    }
    public enum Padding
    {
        Valid = 0,
        Same = 1,
    }
    public enum PaddingModes
    {
        Zeros = 0,
        Reflect = 1,
        Replicate = 2,
        Circular = 3,
        Constant = 4,
    }
    public sealed class Scalar : System.IDisposable
    {
        public TorchSharp.torch.ScalarType Type { get; }
        public void Dispose() { }
        public override string ToString() { }
        public static TorchSharp.Scalar op_Implicit(bool value) { }
        public static TorchSharp.Scalar op_Implicit(byte value) { }
        public static TorchSharp.Scalar op_Implicit(double value) { }
        public static TorchSharp.Scalar op_Implicit(float value) { }
        public static TorchSharp.Scalar op_Implicit(int value) { }
        public static TorchSharp.Scalar op_Implicit(long value) { }
        public static TorchSharp.Scalar op_Implicit(sbyte value) { }
        public static TorchSharp.Scalar op_Implicit(short value) { }
    }
    public enum TensorStringStyle
    {
        Metadata = 0,
        Julia = 1,
        Numpy = 2,
        CSharp = 3,
        Default = 4,
    }
    public class ThreadDisposeScopeStatistics
    {
        public ThreadDisposeScopeStatistics() { }
        public long AttachedToScopeCount { get; }
        public long CreatedInScopeCount { get; }
        public long CreatedOutsideScopeCount { get; }
        public long DetachedFromScopeCount { get; }
        public long DisposedInScopeCount { get; }
        public long DisposedOutsideScopeCount { get; }
        public TorchSharp.LifetimeStatistics TensorStatistics { get; }
        public long ThreadTotalLiveCount { get; }
        public void Reset() { }
        public override string ToString() { }
    }
    public abstract class WeightedLoss<T1, T2, TResult> : TorchSharp.Loss<T1, T2, TResult>
    {
        protected WeightedLoss(TorchSharp.torch.Tensor? weight = null, TorchSharp.torch.nn.Reduction reduction = 1) { }
        public TorchSharp.torch.Tensor? weight { get; }
    }
    public static class torch
    {
        public static readonly TorchSharp.torch.Device CPU;
        public static readonly TorchSharp.torch.ScalarType @bool;
        public static readonly TorchSharp.torch.ScalarType @double;
        public static readonly TorchSharp.torch.ScalarType @float;
        public static readonly TorchSharp.torch.ScalarType float32;
        public static readonly TorchSharp.torch.ScalarType float64;
        public static readonly TorchSharp.torch.ScalarType @int;
        public static readonly TorchSharp.torch.ScalarType int16;
        public static readonly TorchSharp.torch.ScalarType int32;
        public static readonly TorchSharp.torch.ScalarType int64;
        public static readonly TorchSharp.torch.ScalarType int8;
        public static readonly TorchSharp.torch.ScalarType @long;
        public static readonly TorchSharp.torch.ScalarType @short;
        public static readonly TorchSharp.torch.ScalarType uint8;
        public static TorchSharp.DisposeScope NewDisposeScope() { }
        public static TorchSharp.torch.Tensor abs(TorchSharp.torch.Tensor input) { }
        public static TorchSharp.torch.Tensor add(TorchSharp.torch.Tensor left, TorchSharp.Scalar right) { }
        public static TorchSharp.torch.Tensor add(TorchSharp.torch.Tensor left, TorchSharp.torch.Tensor right) { }
        public static TorchSharp.torch.Tensor add(TorchSharp.torch.Tensor left, TorchSharp.Scalar right, TorchSharp.Scalar alpha) { }
        public static TorchSharp.torch.Tensor add(TorchSharp.torch.Tensor left, TorchSharp.torch.Tensor right, TorchSharp.Scalar alpha) { }
        public static TorchSharp.torch.Tensor all(TorchSharp.torch.Tensor input) { }
        public static TorchSharp.torch.Tensor all(TorchSharp.torch.Tensor input, long dim, bool keepdim = false) { }
        public static bool allclose(TorchSharp.torch.Tensor tensor, TorchSharp.torch.Tensor target, double rtol = 1E-05, double atol = 1E-08, bool equal_nan = false) { }
        public static TorchSharp.torch.Tensor amax(TorchSharp.torch.Tensor input, long[] dims) { }
        public static TorchSharp.torch.Tensor amax(TorchSharp.torch.Tensor input, System.ReadOnlySpan<long> dims, bool keepdim = false, TorchSharp.torch.Tensor? out = null) { }
        public static TorchSharp.torch.Tensor amax(TorchSharp.torch.Tensor input, long[] dims, bool keepdim = false, TorchSharp.torch.Tensor? out = null) { }
        public static TorchSharp.torch.Tensor amin(TorchSharp.torch.Tensor input, long[] dims) { }
        public static TorchSharp.torch.Tensor amin(TorchSharp.torch.Tensor input, System.ReadOnlySpan<long> dims, bool keepdim = false, TorchSharp.torch.Tensor? out = null) { }
        public static TorchSharp.torch.Tensor amin(TorchSharp.torch.Tensor input, long[] dims, bool keepdim = false, TorchSharp.torch.Tensor? out = null) { }
        public static TorchSharp.torch.Tensor any(TorchSharp.torch.Tensor input) { }
        public static TorchSharp.torch.Tensor any(TorchSharp.torch.Tensor input, long dim, bool keepdim = false) { }
        public static TorchSharp.torch.Tensor arange(TorchSharp.Scalar stop, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false) { }
        public static TorchSharp.torch.Tensor arange(TorchSharp.Scalar start, TorchSharp.Scalar stop, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false) { }
        public static TorchSharp.torch.Tensor arange(TorchSharp.Scalar start, TorchSharp.Scalar stop, TorchSharp.Scalar step, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false) { }
        public static TorchSharp.torch.Tensor argmax(TorchSharp.torch.Tensor input) { }
        public static TorchSharp.torch.Tensor argmax(TorchSharp.torch.Tensor input, long dim, bool keepdim = false) { }
        public static TorchSharp.torch.Tensor argmin(TorchSharp.torch.Tensor input) { }
        public static TorchSharp.torch.Tensor argmin(TorchSharp.torch.Tensor input, long dim, bool keepdim = false) { }
        public static TorchSharp.torch.Tensor argsort(TorchSharp.torch.Tensor input, long dim = -1, bool descending = false) { }
        public static TorchSharp.torch.Tensor as_tensor(System.Array data, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null) { }
        public static TorchSharp.torch.Tensor as_tensor(System.Collections.Generic.IList<bool> rawArray, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null) { }
        public static TorchSharp.torch.Tensor as_tensor(System.Collections.Generic.IList<byte> rawArray, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null) { }
        public static TorchSharp.torch.Tensor as_tensor(System.Collections.Generic.IList<double> rawArray, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null) { }
        public static TorchSharp.torch.Tensor as_tensor(System.Collections.Generic.IList<float> rawArray, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null) { }
        public static TorchSharp.torch.Tensor as_tensor(System.Collections.Generic.IList<int> rawArray, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null) { }
        public static TorchSharp.torch.Tensor as_tensor(System.Collections.Generic.IList<long> rawArray, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null) { }
        public static TorchSharp.torch.Tensor as_tensor(System.Collections.Generic.IList<sbyte> rawArray, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null) { }
        public static TorchSharp.torch.Tensor as_tensor(System.Collections.Generic.IList<short> rawArray, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null) { }
        public static TorchSharp.torch.Tensor as_tensor(TorchSharp.torch.Tensor data, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null) { }
        public static TorchSharp.torch.Tensor as_tensor(bool[] rawArray, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null) { }
        public static TorchSharp.torch.Tensor as_tensor(byte[] rawArray, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null) { }
        public static TorchSharp.torch.Tensor as_tensor(double[] rawArray, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null) { }
        public static TorchSharp.torch.Tensor as_tensor(float[] rawArray, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null) { }
        public static TorchSharp.torch.Tensor as_tensor(int[] rawArray, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null) { }
        public static TorchSharp.torch.Tensor as_tensor(long[] rawArray, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null) { }
        public static TorchSharp.torch.Tensor as_tensor(sbyte[] rawArray, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null) { }
        public static TorchSharp.torch.Tensor as_tensor(short[] rawArray, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null) { }
        public static TorchSharp.torch.Tensor bernoulli(TorchSharp.torch.Tensor input, TorchSharp.torch.Generator? generator = null) { }
        public static TorchSharp.torch.Tensor bmm(TorchSharp.torch.Tensor input, TorchSharp.torch.Tensor batch2) { }
        public static TorchSharp.torch.Tensor cat(System.Collections.Generic.IList<TorchSharp.torch.Tensor> tensors, long dim = 0) { }
        public static TorchSharp.torch.Tensor[] chunk(TorchSharp.torch.Tensor input, long chunks, long dim = 0) { }
        public static TorchSharp.torch.Tensor clamp(TorchSharp.torch.Tensor input, TorchSharp.Scalar? min = null, TorchSharp.Scalar? max = null) { }
        public static TorchSharp.torch.Tensor clamp(TorchSharp.torch.Tensor input, TorchSharp.torch.Tensor? min = null, TorchSharp.torch.Tensor? max = null) { }
        public static TorchSharp.torch.Tensor concat(System.Collections.Generic.IList<TorchSharp.torch.Tensor> tensors, long dim = 0) { }
        public static bool cuda_is_available() { }
        public static TorchSharp.torch.Tensor cumsum(TorchSharp.torch.Tensor input, long dim, TorchSharp.torch.ScalarType? type = default) { }
        public static TorchSharp.torch.Device device(int index) { }
        public static TorchSharp.torch.Device device(string description) { }
        public static TorchSharp.torch.Device device(TorchSharp.DeviceType deviceType, int index = -1) { }
        public static TorchSharp.torch.Device device(string deviceType, int index = -1) { }
        public static TorchSharp.torch.Tensor div(TorchSharp.torch.Tensor left, TorchSharp.Scalar right, TorchSharp.torch.RoundingMode rounding_mode = 0) { }
        public static TorchSharp.torch.Tensor div(TorchSharp.torch.Tensor left, TorchSharp.torch.Tensor right, TorchSharp.torch.RoundingMode rounding_mode = 0) { }
        public static TorchSharp.torch.Tensor dot(TorchSharp.torch.Tensor input, TorchSharp.torch.Tensor other) { }
        public static TorchSharp.torch.Tensor einsum(string equation, params TorchSharp.torch.Tensor[] tensors) { }
        public static TorchSharp.torch.Tensor empty(System.ReadOnlySpan<long> size, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor empty(int size, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor empty(long[] size, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor empty(long size, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor empty(int rows, int columns, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor empty(long rows, long columns, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor empty(int dim0, int dim1, int dim2, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor empty(long dim0, long dim1, long dim2, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor empty(int dim0, int dim1, int dim2, int dim3, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor empty(long dim0, long dim1, long dim2, long dim3, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor empty_like(TorchSharp.torch.Tensor input, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static System.IDisposable enable_grad(bool enabled = true) { }
        public static TorchSharp.torch.Tensor eq(TorchSharp.torch.Tensor left, TorchSharp.torch.Tensor right) { }
        public static TorchSharp.torch.Tensor exp(TorchSharp.torch.Tensor input) { }
        public static TorchSharp.torch.Tensor eye(long rows, long columns = -1, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor flatten(TorchSharp.torch.Tensor input, long start_dim = 0, long end_dim = -1) { }
        public static TorchSharp.torch.Tensor from_array(System.Array rawArray, TorchSharp.torch.Device? device = null) { }
        public static TorchSharp.torch.Tensor from_array(System.Array rawArray, TorchSharp.torch.ScalarType? dtype, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor full(System.ReadOnlySpan<long> size, TorchSharp.Scalar value, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor full(int size, TorchSharp.Scalar value, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor full(long[] size, TorchSharp.Scalar value, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor full(long size, TorchSharp.Scalar value, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor full(int rows, int columns, TorchSharp.Scalar value, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor full(long rows, long columns, TorchSharp.Scalar value, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor full(int dim0, int dim1, int dim2, TorchSharp.Scalar value, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor full(long dim0, long dim1, long dim2, TorchSharp.Scalar value, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor full(int dim0, int dim1, int dim2, int dim3, TorchSharp.Scalar value, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor full(long dim0, long dim1, long dim2, long dim3, TorchSharp.Scalar value, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor full_like(TorchSharp.torch.Tensor input, TorchSharp.Scalar value, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor gather(TorchSharp.torch.Tensor input, long dim, TorchSharp.torch.Tensor index) { }
        public static TorchSharp.torch.Tensor gather(TorchSharp.torch.Tensor input, long dim, TorchSharp.torch.Tensor index, bool sparse_grad = false) { }
        public static TorchSharp.torch.Tensor ge(TorchSharp.torch.Tensor left, TorchSharp.torch.Tensor right) { }
        public static int get_num_threads() { }
        public static TorchSharp.torch.Tensor gt(TorchSharp.torch.Tensor left, TorchSharp.torch.Tensor right) { }
        public static TorchSharp.torch.Tensor hstack(System.Collections.Generic.IEnumerable<TorchSharp.torch.Tensor> tensors) { }
        public static TorchSharp.torch.Tensor hstack(System.Collections.Generic.IList<TorchSharp.torch.Tensor> tensors) { }
        public static TorchSharp.torch.Tensor hstack(params TorchSharp.torch.Tensor[] tensors) { }
        public static TorchSharp.torch.Tensor index_select(TorchSharp.torch.Tensor input, long dim, TorchSharp.torch.Tensor index) { }
        public static System.IDisposable inference_mode(bool mode = true) { }
        public static bool is_grad_enabled() { }
        public static TorchSharp.torch.Tensor isfinite(TorchSharp.torch.Tensor tensor) { }
        public static TorchSharp.torch.Tensor isnan(TorchSharp.torch.Tensor input) { }
        public static TorchSharp.torch.Tensor le(TorchSharp.torch.Tensor left, TorchSharp.torch.Tensor right) { }
        public static TorchSharp.torch.Tensor linspace(double start, double end, long steps, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false) { }
        public static TorchSharp.torch.Tensor log(TorchSharp.torch.Tensor input) { }
        public static TorchSharp.torch.Tensor lt(TorchSharp.torch.Tensor left, TorchSharp.torch.Tensor right) { }
        public static TorchSharp.torch.Generator manual_seed(long seed) { }
        public static TorchSharp.torch.Tensor matmul(TorchSharp.torch.Tensor input, TorchSharp.torch.Tensor target) { }
        public static TorchSharp.torch.Tensor max(TorchSharp.torch.Tensor input) { }
        public static TorchSharp.torch.Tensor max(TorchSharp.torch.Tensor input, TorchSharp.torch.Tensor other) { }
        public static TorchSharp.torch.Tensor maximum(TorchSharp.torch.Tensor input, TorchSharp.torch.Tensor other) { }
        public static TorchSharp.torch.Tensor mean(TorchSharp.torch.Tensor input) { }
        public static TorchSharp.torch.Tensor mean(TorchSharp.torch.Tensor input, long[] dimensions, bool keepdim = false, TorchSharp.torch.ScalarType? type = default) { }
        public static TorchSharp.torch.Tensor min(TorchSharp.torch.Tensor input) { }
        public static TorchSharp.torch.Tensor min(TorchSharp.torch.Tensor input, TorchSharp.torch.Tensor other) { }
        public static TorchSharp.torch.Tensor minimum(TorchSharp.torch.Tensor input, TorchSharp.torch.Tensor other) { }
        public static TorchSharp.torch.Tensor mm(TorchSharp.torch.Tensor input, TorchSharp.torch.Tensor target) { }
        public static TorchSharp.torch.Tensor mul(TorchSharp.torch.Tensor left, TorchSharp.Scalar right) { }
        public static TorchSharp.torch.Tensor mul(TorchSharp.torch.Tensor left, TorchSharp.torch.Tensor right) { }
        public static TorchSharp.torch.Tensor multinomial(TorchSharp.torch.Tensor input, long num_samples, bool replacement = false, TorchSharp.torch.Generator? generator = null) { }
        public static TorchSharp.torch.Tensor ne(TorchSharp.torch.Tensor left, TorchSharp.torch.Tensor right) { }
        public static TorchSharp.torch.Tensor neg(TorchSharp.torch.Tensor input) { }
        public static System.IDisposable no_grad() { }
        public static TorchSharp.torch.Tensor norm(TorchSharp.torch.Tensor input) { }
        public static TorchSharp.torch.Tensor norm(TorchSharp.torch.Tensor input, float p = 2) { }
        public static TorchSharp.torch.Tensor norm(TorchSharp.torch.Tensor input, int dimension, bool keepdim = false, float p = 2) { }
        public static TorchSharp.torch.Tensor normal(TorchSharp.torch.Tensor mean, TorchSharp.torch.Tensor std, TorchSharp.torch.Generator? generator = null) { }
        public static TorchSharp.torch.Tensor normal(double mean, double std, System.ReadOnlySpan<long> size, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, TorchSharp.torch.Generator? generator = null, string[]? names = null) { }
        public static TorchSharp.torch.Tensor ones(System.ReadOnlySpan<long> size, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor ones(int size, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor ones(long[] size, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor ones(long size, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor ones(int rows, int columns, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor ones(long rows, long columns, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor ones(int dim0, int dim1, int dim2, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor ones(long dim0, long dim1, long dim2, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor ones(int dim0, int dim1, int dim2, int dim3, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor ones(long dim0, long dim1, long dim2, long dim3, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor ones_like(TorchSharp.torch.Tensor input, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor outer(TorchSharp.torch.Tensor input, TorchSharp.torch.Tensor vec2) { }
        public static TorchSharp.torch.Tensor permute(TorchSharp.torch.Tensor input, params long[] permutation) { }
        public static TorchSharp.torch.Tensor pow(TorchSharp.torch.Tensor left, TorchSharp.Scalar exponent) { }
        public static TorchSharp.torch.Tensor pow(TorchSharp.torch.Tensor left, TorchSharp.torch.Tensor exponent) { }
        public static TorchSharp.torch.Tensor quantile(TorchSharp.torch.Tensor input, TorchSharp.torch.Tensor q, long dim = -1, bool keepdim = false) { }
        public static TorchSharp.torch.Tensor rand(System.ReadOnlySpan<long> size, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, TorchSharp.torch.Generator? generator = null, string[]? names = null) { }
        public static TorchSharp.torch.Tensor rand(int size, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, TorchSharp.torch.Generator? generator = null, string[]? names = null) { }
        public static TorchSharp.torch.Tensor rand(long[] size, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, TorchSharp.torch.Generator? generator = null, string[]? names = null) { }
        public static TorchSharp.torch.Tensor rand(long size, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, TorchSharp.torch.Generator? generator = null, string[]? names = null) { }
        public static TorchSharp.torch.Tensor rand(int rows, int columns, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, TorchSharp.torch.Generator? generator = null, string[]? names = null) { }
        public static TorchSharp.torch.Tensor rand(long rows, long columns, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, TorchSharp.torch.Generator? generator = null, string[]? names = null) { }
        public static TorchSharp.torch.Tensor rand(int dim0, int dim1, int dim2, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, TorchSharp.torch.Generator? generator = null, string[]? names = null) { }
        public static TorchSharp.torch.Tensor rand(long dim0, long dim1, long dim2, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, TorchSharp.torch.Generator? generator = null, string[]? names = null) { }
        public static TorchSharp.torch.Tensor rand(int dim0, int dim1, int dim2, int dim3, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, TorchSharp.torch.Generator? generator = null, string[]? names = null) { }
        public static TorchSharp.torch.Tensor rand(long dim0, long dim1, long dim2, long dim3, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, TorchSharp.torch.Generator? generator = null, string[]? names = null) { }
        public static TorchSharp.torch.Tensor randint(int high, int[] size, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, TorchSharp.torch.Generator? generator = null, string[]? names = null) { }
        public static TorchSharp.torch.Tensor randint(long high, TorchSharp.torch.Size size, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, TorchSharp.torch.Generator? generator = null, string[]? names = null) { }
        public static TorchSharp.torch.Tensor randint(long high, long[] size, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, TorchSharp.torch.Generator? generator = null, string[]? names = null) { }
        public static TorchSharp.torch.Tensor randint(int low, int high, int[] size, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, TorchSharp.torch.Generator? generator = null, string[]? names = null) { }
        public static TorchSharp.torch.Tensor randint(long low, long high, TorchSharp.torch.Size size, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, TorchSharp.torch.Generator? generator = null, string[]? names = null) { }
        public static TorchSharp.torch.Tensor randint(long low, long high, long[] size, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, TorchSharp.torch.Generator? generator = null, string[]? names = null) { }
        public static TorchSharp.torch.Tensor randn(System.ReadOnlySpan<long> size, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, TorchSharp.torch.Generator? generator = null, string[]? names = null) { }
        public static TorchSharp.torch.Tensor randn(int size, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, TorchSharp.torch.Generator? generator = null, string[]? names = null) { }
        public static TorchSharp.torch.Tensor randn(long[] size, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, TorchSharp.torch.Generator? generator = null, string[]? names = null) { }
        public static TorchSharp.torch.Tensor randn(long size, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, TorchSharp.torch.Generator? generator = null, string[]? names = null) { }
        public static TorchSharp.torch.Tensor randn(int rows, int columns, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, TorchSharp.torch.Generator? generator = null, string[]? names = null) { }
        public static TorchSharp.torch.Tensor randn(long rows, long columns, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, TorchSharp.torch.Generator? generator = null, string[]? names = null) { }
        public static TorchSharp.torch.Tensor randn(int dim0, int dim1, int dim2, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, TorchSharp.torch.Generator? generator = null, string[]? names = null) { }
        public static TorchSharp.torch.Tensor randn(long dim0, long dim1, long dim2, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, TorchSharp.torch.Generator? generator = null, string[]? names = null) { }
        public static TorchSharp.torch.Tensor randn(int dim0, int dim1, int dim2, int dim3, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, TorchSharp.torch.Generator? generator = null, string[]? names = null) { }
        public static TorchSharp.torch.Tensor randn(long dim0, long dim1, long dim2, long dim3, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, TorchSharp.torch.Generator? generator = null, string[]? names = null) { }
        public static TorchSharp.torch.Tensor randn_like(TorchSharp.torch.Tensor input, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false) { }
        public static TorchSharp.torch.Tensor randperm(long n, TorchSharp.torch.Tensor @out, TorchSharp.torch.Generator? generator = null) { }
        public static TorchSharp.torch.Tensor randperm(long n, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, TorchSharp.torch.Generator? generator = null) { }
        public static TorchSharp.torch.Tensor reshape(TorchSharp.torch.Tensor input, params long[] shape) { }
        public static TorchSharp.torch.Tensor rsqrt(TorchSharp.torch.Tensor input) { }
        public static System.IDisposable set_grad_enabled(bool mode = true) { }
        public static void set_num_threads(int num) { }
        public static TorchSharp.torch.Tensor sigmoid(TorchSharp.torch.Tensor input) { }
        public static TorchSharp.torch.Tensor sign(TorchSharp.torch.Tensor input) { }
        public static TorchSharp.torch.Tensor softmax(TorchSharp.torch.Tensor input, int dim, TorchSharp.torch.ScalarType? dtype = default) { }
        public static TorchSharp.torch.Tensor[] split(TorchSharp.torch.Tensor tensor, long[] split_size_or_sections, long dim = 0) { }
        public static TorchSharp.torch.Tensor sqrt(TorchSharp.torch.Tensor input) { }
        public static TorchSharp.torch.Tensor square(TorchSharp.torch.Tensor input) { }
        public static TorchSharp.torch.Tensor squeeze(TorchSharp.torch.Tensor input, long? dim = default) { }
        public static TorchSharp.torch.Tensor stack(System.Collections.Generic.IEnumerable<TorchSharp.torch.Tensor> tensors, long dim = 0) { }
        public static TorchSharp.torch.Tensor std(TorchSharp.torch.Tensor input, bool unbiased = true) { }
        public static TorchSharp.torch.Tensor std(TorchSharp.torch.Tensor input, System.ValueTuple<long, long> dimensions, bool unbiased = true, bool keepdim = false, TorchSharp.torch.ScalarType? type = default) { }
        public static TorchSharp.torch.Tensor std(TorchSharp.torch.Tensor input, System.ValueTuple<long, long, long> dimensions, bool unbiased = true, bool keepdim = false, TorchSharp.torch.ScalarType? type = default) { }
        public static TorchSharp.torch.Tensor std(TorchSharp.torch.Tensor input, long[] dimensions, bool unbiased = true, bool keepdim = false, TorchSharp.torch.ScalarType? type = default) { }
        public static TorchSharp.torch.Tensor std(TorchSharp.torch.Tensor input, long dimensions, bool unbiased = true, bool keepdim = false, TorchSharp.torch.ScalarType? type = default) { }
        public static TorchSharp.torch.Tensor sub(TorchSharp.torch.Tensor left, TorchSharp.Scalar right) { }
        public static TorchSharp.torch.Tensor sub(TorchSharp.torch.Tensor left, TorchSharp.torch.Tensor right) { }
        public static TorchSharp.torch.Tensor sum(TorchSharp.torch.Tensor input, TorchSharp.torch.ScalarType? type = default) { }
        public static TorchSharp.torch.Tensor sum(TorchSharp.torch.Tensor input, System.ReadOnlySpan<long> dim, bool keepdim = false, TorchSharp.torch.ScalarType? type = default) { }
        public static TorchSharp.torch.Tensor sum(TorchSharp.torch.Tensor input, long dim, bool keepdim = false, TorchSharp.torch.ScalarType? type = default) { }
        public static TorchSharp.torch.Tensor t(TorchSharp.torch.Tensor input) { }
        public static TorchSharp.torch.Tensor tanh(TorchSharp.torch.Tensor input) { }
        public static TorchSharp.torch.Tensor tensor(byte scalar, TorchSharp.torch.Device? device = null, bool requires_grad = false) { }
        public static TorchSharp.torch.Tensor tensor(float scalar, TorchSharp.torch.Device? device = null, bool requires_grad = false) { }
        public static TorchSharp.torch.Tensor tensor(int scalar, TorchSharp.torch.Device? device = null, bool requires_grad = false) { }
        public static TorchSharp.torch.Tensor tensor(sbyte scalar, TorchSharp.torch.Device? device = null, bool requires_grad = false) { }
        public static TorchSharp.torch.Tensor tensor(short scalar, TorchSharp.torch.Device? device = null, bool requires_grad = false) { }
        public static TorchSharp.torch.Tensor tensor(bool scalar, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false) { }
        public static TorchSharp.torch.Tensor tensor(double scalar, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false) { }
        public static TorchSharp.torch.Tensor tensor(long scalar, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false) { }
        public static TorchSharp.torch.Tensor tensor(System.Collections.Generic.IList<bool> rawArray, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(System.Collections.Generic.IList<byte> rawArray, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(System.Collections.Generic.IList<double> rawArray, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(System.Collections.Generic.IList<float> rawArray, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(System.Collections.Generic.IList<int> rawArray, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(System.Collections.Generic.IList<long> rawArray, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(System.Collections.Generic.IList<sbyte> rawArray, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(System.Collections.Generic.IList<short> rawArray, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(bool[] rawArray, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(bool[] rawArray, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(bool[] rawArray, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(bool[] rawArray, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(byte[] rawArray, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(byte[] rawArray, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(byte[] rawArray, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(byte[] rawArray, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(double[] rawArray, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(double[] rawArray, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(double[] rawArray, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(double[] rawArray, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(float[] rawArray, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(float[] rawArray, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(float[] rawArray, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(float[] rawArray, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(int[] rawArray, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(int[] rawArray, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(int[] rawArray, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(int[] rawArray, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(long[] dataArray, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(long[] rawArray, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(long[] rawArray, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(long[] rawArray, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(sbyte[] rawArray, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(sbyte[] rawArray, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(sbyte[] rawArray, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(sbyte[] rawArray, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(short[] rawArray, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(short[] rawArray, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(short[] rawArray, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(short[] rawArray, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(System.Collections.Generic.IList<bool> rawArray, System.ReadOnlySpan<long> dimensions, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(System.Collections.Generic.IList<byte> rawArray, System.ReadOnlySpan<long> dimensions, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(System.Collections.Generic.IList<float> rawArray, System.ReadOnlySpan<long> dimensions, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(System.Collections.Generic.IList<int> rawArray, System.ReadOnlySpan<long> dimensions, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(System.Collections.Generic.IList<long> rawArray, System.ReadOnlySpan<long> dimensions, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(System.Collections.Generic.IList<sbyte> rawArray, System.ReadOnlySpan<long> dimensions, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(System.Collections.Generic.IList<short> rawArray, System.ReadOnlySpan<long> dimensions, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(System.Memory<byte> rawArray, System.ReadOnlySpan<long> dimensions, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(System.Memory<double> rawArray, System.ReadOnlySpan<long> dimensions, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(System.Memory<float> rawArray, System.ReadOnlySpan<long> dimensions, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(System.Memory<int> rawArray, System.ReadOnlySpan<long> dimensions, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(System.Memory<long> rawArray, System.ReadOnlySpan<long> dimensions, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(System.Memory<sbyte> rawArray, System.ReadOnlySpan<long> dimensions, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(System.Memory<short> rawArray, System.ReadOnlySpan<long> dimensions, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(bool[] rawArray, System.ReadOnlySpan<long> dimensions, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(byte[] rawArray, System.ReadOnlySpan<long> dimensions, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(double[] rawArray, System.ReadOnlySpan<long> dimensions, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(float[] rawArray, System.ReadOnlySpan<long> dimensions, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(int[] rawArray, System.ReadOnlySpan<long> dimensions, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(long[] dataArray, System.ReadOnlySpan<long> dimensions, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(sbyte[] rawArray, System.ReadOnlySpan<long> dimensions, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(short[] rawArray, System.ReadOnlySpan<long> dimensions, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(System.Collections.Generic.IList<bool> rawArray, long rows, long columns, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(System.Collections.Generic.IList<byte> rawArray, long rows, long columns, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(System.Collections.Generic.IList<double> rawArray, long rows, long columns, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(System.Collections.Generic.IList<float> rawArray, long rows, long columns, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(System.Collections.Generic.IList<int> rawArray, long rows, long columns, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(System.Collections.Generic.IList<long> rawArray, long rows, long columns, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(System.Collections.Generic.IList<sbyte> rawArray, long rows, long columns, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(System.Collections.Generic.IList<short> rawArray, long rows, long columns, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(System.Collections.Generic.IList<bool> rawArray, long dim0, long dim1, long dim2, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(System.Collections.Generic.IList<byte> rawArray, long dim0, long dim1, long dim2, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(System.Collections.Generic.IList<double> rawArray, long dim0, long dim1, long dim2, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(System.Collections.Generic.IList<float> rawArray, long dim0, long dim1, long dim2, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(System.Collections.Generic.IList<int> rawArray, long dim0, long dim1, long dim2, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(System.Collections.Generic.IList<long> rawArray, long dim0, long dim1, long dim2, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(System.Collections.Generic.IList<sbyte> rawArray, long dim0, long dim1, long dim2, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(System.Collections.Generic.IList<short> rawArray, long dim0, long dim1, long dim2, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(System.Collections.Generic.IList<bool> rawArray, long dim0, long dim1, long dim2, long dim3, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(System.Collections.Generic.IList<byte> rawArray, long dim0, long dim1, long dim2, long dim3, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(System.Collections.Generic.IList<double> rawArray, long dim0, long dim1, long dim2, long dim3, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(System.Collections.Generic.IList<float> rawArray, long dim0, long dim1, long dim2, long dim3, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(System.Collections.Generic.IList<long> rawArray, long dim0, long dim1, long dim2, long dim3, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(System.Collections.Generic.IList<sbyte> rawArray, long dim0, long dim1, long dim2, long dim3, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(System.Collections.Generic.IList<short> rawArray, long dim0, long dim1, long dim2, long dim3, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor tensor(int[] rawArray, long dim0, long dim1, long dim2, long dim3, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor transpose(TorchSharp.torch.Tensor input, long dim0, long dim1) { }
        public static TorchSharp.torch.Tensor tril(TorchSharp.torch.Tensor input, long diagonal = 0) { }
        public static TorchSharp.torch.Tensor triu(TorchSharp.torch.Tensor input, long diagonal = 0) { }
        public static TorchSharp.torch.Tensor unflatten(TorchSharp.torch.Tensor input, long dim, TorchSharp.torch.Size sizes) { }
        public static TorchSharp.torch.Tensor unflatten(TorchSharp.torch.Tensor input, long dim, params long[] sizes) { }
        public static TorchSharp.torch.Tensor unsqueeze(TorchSharp.torch.Tensor input, long dim) { }
        public static TorchSharp.torch.Tensor var(TorchSharp.torch.Tensor input, bool unbiased = true) { }
        public static TorchSharp.torch.Tensor var(TorchSharp.torch.Tensor input, System.ValueTuple<long, long> dimensions, bool unbiased = true, bool keepdim = false, TorchSharp.torch.ScalarType? type = default) { }
        public static TorchSharp.torch.Tensor var(TorchSharp.torch.Tensor input, System.ValueTuple<long, long, long> dimensions, bool unbiased = true, bool keepdim = false, TorchSharp.torch.ScalarType? type = default) { }
        public static TorchSharp.torch.Tensor var(TorchSharp.torch.Tensor input, long[] dimensions, bool unbiased = true, bool keepdim = false, TorchSharp.torch.ScalarType? type = default) { }
        public static TorchSharp.torch.Tensor var(TorchSharp.torch.Tensor input, long dimensions, bool unbiased = true, bool keepdim = false, TorchSharp.torch.ScalarType? type = default) { }
        public static TorchSharp.torch.Tensor vstack(System.Collections.Generic.IList<TorchSharp.torch.Tensor> tensors) { }
        public static TorchSharp.torch.Tensor[] @where(TorchSharp.torch.Tensor condition) { }
        public static TorchSharp.torch.Tensor @where(TorchSharp.torch.Tensor condition, TorchSharp.torch.Tensor x, TorchSharp.torch.Tensor y) { }
        public static TorchSharp.torch.Tensor zeros(System.ReadOnlySpan<long> size, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor zeros(int size, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor zeros(long[] size, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor zeros(long size, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor zeros(int rows, int columns, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor zeros(long rows, long columns, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor zeros(int dim0, int dim1, int dim2, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor zeros(long dim0, long dim1, long dim2, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor zeros(int dim0, int dim1, int dim2, int dim3, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor zeros(long dim0, long dim1, long dim2, long dim3, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public static TorchSharp.torch.Tensor zeros_like(TorchSharp.torch.Tensor input, TorchSharp.torch.ScalarType? dtype = default, TorchSharp.torch.Device? device = null, bool requires_grad = false, string[]? names = null) { }
        public class Device
        {
            public Device(int index) { }
            public Device(string description) { }
            public Device(TorchSharp.DeviceType deviceType, int index = -1) { }
            public Device(string deviceType, int index = -1) { }
            public int index { get; }
            public TorchSharp.DeviceType type { get; }
            public override string ToString() { }
            public static TorchSharp.torch.Device op_Implicit(string description) { }
        }
        public class Generator : System.IDisposable
        {
            public Generator(ulong seed = 0, TorchSharp.torch.Device? device = null) { }
            public TorchSharp.torch.Device device { get; }
            public static TorchSharp.torch.Generator Default { get; }
            public void Dispose() { }
            protected virtual void Dispose(bool disposing) { }
            public TorchSharp.torch.Tensor get_state() { }
            public long initial_seed() { }
            public TorchSharp.torch.Generator manual_seed(long seed) { }
            public long seed() { }
            public void set_state(TorchSharp.torch.Tensor value) { }
        }
        public enum RoundingMode
        {
            None = 0,
            trunc = 1,
            floor = 2,
        }
        public enum ScalarType : sbyte
        {
            Byte = 0,
            Int8 = 1,
            Int16 = 2,
            Int32 = 3,
            Int64 = 4,
            Float16 = 5,
            Float32 = 6,
            Float64 = 7,
            Bool = 11,
        }
        public readonly struct Size : System.Collections.Generic.IEnumerable<long>, System.Collections.IEnumerable
        {
            public static readonly TorchSharp.torch.Size Empty;
            public Size(System.Collections.Generic.IEnumerable<long> shape) { }
            public Size(System.ValueTuple<int, int> size) { }
            public Size(System.ValueTuple<long, long> size) { }
            public Size(System.ValueTuple<int, int, int> size) { }
            public Size(System.ValueTuple<long, long, long> size) { }
            public Size(System.ValueTuple<int, int, int, int> size) { }
            public Size(System.ValueTuple<long, long, long, long> size) { }
            public Size(System.ValueTuple<int, int, int, int, int> size) { }
            public Size(System.ValueTuple<long, long, long, long, long> size) { }
            public Size(System.ValueTuple<int, int, int, int, int, int> size) { }
            public Size(System.ValueTuple<long, long, long, long, long, long> size) { }
            public Size(int[] shape) { }
            public Size(int size) { }
            public Size(long[] shape) { }
            public Size(long size) { }
            public bool IsEmpty { get; }
            public bool IsScalar { get; }
            public long this[int idx] { get; }
            public long this[long idx] { get; }
            public int Length { get; }
            public long[] Shape { get; }
            public override bool Equals(object? obj) { }
            public System.Collections.Generic.IEnumerator<long> GetEnumerator() { }
            public override int GetHashCode() { }
            public TorchSharp.torch.Size Slice(int first, int next) { }
            public System.Collections.Generic.IEnumerable<long> Take(int i) { }
            public override string ToString() { }
            public long numel() { }
            public static TorchSharp.torch.Size op_Implicit(System.ValueTuple<long, long> size) { }
            public static TorchSharp.torch.Size op_Implicit(System.ValueTuple<long, long, long> size) { }
            public static TorchSharp.torch.Size op_Implicit(System.ValueTuple<long, long, long, long> size) { }
            public static TorchSharp.torch.Size op_Implicit(System.ValueTuple<long, long, long, long, long> size) { }
            public static TorchSharp.torch.Size op_Implicit(System.ValueTuple<long, long, long, long, long, long> size) { }
            public static TorchSharp.torch.Size op_Implicit(long size) { }
            public static TorchSharp.torch.Size op_Implicit(long[] size) { }
            public static bool operator !=(TorchSharp.torch.Size left, TorchSharp.torch.Size right) { }
            public static TorchSharp.torch.Size operator +(TorchSharp.torch.Size left, System.Collections.Generic.IEnumerable<long> right) { }
            public static TorchSharp.torch.Size operator +(TorchSharp.torch.Size left, TorchSharp.torch.Size right) { }
            public static bool operator ==(TorchSharp.torch.Size left, TorchSharp.torch.Size right) { }
        }
        public class Tensor : System.IDisposable
        {
            public bool IsInvalid { get; }
            [System.Runtime.CompilerServices.IndexerName("TensorItems")]
            public TorchSharp.torch.Tensor this[TorchSharp.torch.TensorIndex[] indices] { get; set; }
            [System.Runtime.CompilerServices.IndexerName("TensorItems")]
            public TorchSharp.torch.Tensor this[TorchSharp.torch.Tensor[] indices] { get; set; }
            [System.Runtime.CompilerServices.IndexerName("TensorItems")]
            public TorchSharp.torch.Tensor this[long[] indices] { get; set; }
            [System.Runtime.CompilerServices.IndexerName("TensorItems")]
            public TorchSharp.torch.Tensor this[long i1] { get; set; }
            [System.Runtime.CompilerServices.IndexerName("TensorItems")]
            public TorchSharp.torch.Tensor this[long i1, long i2] { get; set; }
            [System.Runtime.CompilerServices.IndexerName("TensorItems")]
            public TorchSharp.torch.Tensor this[long i1, long i2, long i3] { get; set; }
            [System.Runtime.CompilerServices.IndexerName("TensorItems")]
            public TorchSharp.torch.Tensor this[long i1, long i2, long i3, long i4] { get; set; }
            [System.Runtime.CompilerServices.IndexerName("TensorItems")]
            public TorchSharp.torch.Tensor this[long i1, long i2, long i3, long i4, long i5] { get; set; }
            [System.Runtime.CompilerServices.IndexerName("TensorItems")]
            public TorchSharp.torch.Tensor this[long i1, long i2, long i3, long i4, long i5, long i6] { get; set; }
            public long NumberOfElements { get; }
            public TorchSharp.torch.Tensor T { get; }
            public TorchSharp.torch.Device device { get; }
            public TorchSharp.torch.ScalarType dtype { get; }
            public TorchSharp.torch.Tensor? grad { get; set; }
            public bool is_leaf { get; }
            public long ndim { get; }
            public bool requires_grad { get; set; }
            public long[] shape { get; }
            public TorchSharp.torch.Tensor DetachFromDisposeScope() { }
            public void Dispose() { }
            protected virtual void Dispose(bool disposing) { }
            public override bool Equals(object? obj) { }
            public override int GetHashCode() { }
            public TorchSharp.torch.Tensor MoveToOuterDisposeScope() { }
            public override string ToString() { }
            public string ToString(TorchSharp.TensorStringStyle style, string? fltFormat = null, int? width = default, System.Globalization.CultureInfo? cultureInfo = null, string? newLine = null) { }
            public string ToString(bool disamb, string? fltFormat = null, int? width = default, System.Globalization.CultureInfo? cultureInfo = null, string? newLine = null) { }
            public TorchSharp.torch.Tensor abs() { }
            public TorchSharp.torch.Tensor add(TorchSharp.Scalar scalar) { }
            public TorchSharp.torch.Tensor add(TorchSharp.torch.Tensor target) { }
            public TorchSharp.torch.Tensor add(TorchSharp.Scalar scalar, TorchSharp.Scalar alpha) { }
            public TorchSharp.torch.Tensor add(TorchSharp.torch.Tensor target, TorchSharp.Scalar alpha) { }
            public TorchSharp.torch.Tensor add_(TorchSharp.Scalar scalar) { }
            public TorchSharp.torch.Tensor add_(TorchSharp.torch.Tensor target) { }
            public TorchSharp.torch.Tensor add_(TorchSharp.Scalar scalar, TorchSharp.Scalar alpha) { }
            public TorchSharp.torch.Tensor add_(TorchSharp.torch.Tensor target, TorchSharp.Scalar alpha) { }
            public TorchSharp.torch.Tensor alias() { }
            public TorchSharp.torch.Tensor all() { }
            public TorchSharp.torch.Tensor all(long dim, bool keepdim = false) { }
            public bool allclose(TorchSharp.torch.Tensor target, double rtol = 1E-05, double atol = 1E-08, bool equal_nan = false) { }
            public TorchSharp.torch.Tensor amax(params long[] dims) { }
            public TorchSharp.torch.Tensor amax(System.ReadOnlySpan<long> dims, bool keepdim = false, TorchSharp.torch.Tensor? out = null) { }
            public TorchSharp.torch.Tensor amax(long[] dims, bool keepdim = false, TorchSharp.torch.Tensor? out = null) { }
            public TorchSharp.torch.Tensor amin(params long[] dims) { }
            public TorchSharp.torch.Tensor amin(System.ReadOnlySpan<long> dims, bool keepdim = false, TorchSharp.torch.Tensor? out = null) { }
            public TorchSharp.torch.Tensor amin(long[] dims, bool keepdim = false, TorchSharp.torch.Tensor? out = null) { }
            public TorchSharp.torch.Tensor any() { }
            public TorchSharp.torch.Tensor any(long dim, bool keepdim = false) { }
            public TorchSharp.torch.Tensor argmax() { }
            public TorchSharp.torch.Tensor argmax(long dim, bool keepdim = false) { }
            public TorchSharp.torch.Tensor argmin() { }
            public TorchSharp.torch.Tensor argmin(long dim, bool keepdim = false) { }
            public TorchSharp.torch.Tensor argsort(long dim = -1, bool descending = false) { }
            public void backward() { }
            public void backward(System.Collections.Generic.IList<TorchSharp.torch.Tensor>? grad_tensors = null, bool retain_graph = false, bool create_graph = false, System.Collections.Generic.IList<TorchSharp.torch.Tensor>? inputs = null) { }
            public TorchSharp.torch.Tensor bmm(TorchSharp.torch.Tensor batch2) { }
            public TorchSharp.torch.Tensor[] chunk(long chunks, long dim = 0) { }
            public TorchSharp.torch.Tensor clamp(TorchSharp.Scalar? min = null, TorchSharp.Scalar? max = null) { }
            public TorchSharp.torch.Tensor clamp(TorchSharp.torch.Tensor? min = null, TorchSharp.torch.Tensor? max = null) { }
            public TorchSharp.torch.Tensor clamp_(TorchSharp.Scalar? min = null, TorchSharp.Scalar? max = null) { }
            public TorchSharp.torch.Tensor clamp_(TorchSharp.torch.Tensor? min = null, TorchSharp.torch.Tensor? max = null) { }
            public TorchSharp.torch.Tensor clamp_min(TorchSharp.Scalar min) { }
            public TorchSharp.torch.Tensor clone() { }
            public TorchSharp.torch.Tensor contiguous() { }
            public TorchSharp.torch.Tensor copy_(TorchSharp.torch.Tensor source, bool nonBlocking = false) { }
            public TorchSharp.torch.Tensor cpu() { }
            public TorchSharp.torch.Tensor cumsum(long dim, TorchSharp.torch.ScalarType? type = default) { }
            public TorchSharp.Utils.TensorAccessor<T> data<T>()
                where T :  unmanaged { }
            public TorchSharp.torch.Tensor detach() { }
            public long dim() { }
            public TorchSharp.torch.Tensor div(TorchSharp.Scalar target, TorchSharp.torch.RoundingMode rounding_mode = 0) { }
            public TorchSharp.torch.Tensor div(TorchSharp.torch.Tensor target, TorchSharp.torch.RoundingMode rounding_mode = 0) { }
            public TorchSharp.torch.Tensor div_(TorchSharp.Scalar target, TorchSharp.torch.RoundingMode rounding_mode = 0) { }
            public TorchSharp.torch.Tensor div_(TorchSharp.torch.Tensor target, TorchSharp.torch.RoundingMode rounding_mode = 0) { }
            public TorchSharp.torch.Tensor dot(TorchSharp.torch.Tensor target) { }
            public TorchSharp.torch.Tensor eq(TorchSharp.Scalar target) { }
            public TorchSharp.torch.Tensor eq(TorchSharp.torch.Tensor target) { }
            public TorchSharp.torch.Tensor exp() { }
            public TorchSharp.torch.Tensor expand(params long[] sizes) { }
            public TorchSharp.torch.Tensor expand(System.ReadOnlySpan<long> sizes, bool isImplicit = false) { }
            public TorchSharp.torch.Tensor expand(TorchSharp.torch.Size sizes, bool isImplicit = false) { }
            public TorchSharp.torch.Tensor expand(long[] sizes, bool isImplicit = false) { }
            public TorchSharp.torch.Tensor expand_as(TorchSharp.torch.Tensor other) { }
            public TorchSharp.torch.Tensor fill_(TorchSharp.Scalar value) { }
            public TorchSharp.torch.Tensor flatten(long start_dim = 0, long end_dim = -1) { }
            public TorchSharp.torch.Tensor gather(long dim, TorchSharp.torch.Tensor index) { }
            public TorchSharp.torch.Tensor ge(TorchSharp.Scalar target) { }
            public TorchSharp.torch.Tensor ge(TorchSharp.torch.Tensor target) { }
            public TorchSharp.torch.Tensor gelu() { }
            public TorchSharp.torch.Tensor gt(TorchSharp.Scalar target) { }
            public TorchSharp.torch.Tensor gt(TorchSharp.torch.Tensor target) { }
            public TorchSharp.torch.Tensor index_add(long dim, TorchSharp.torch.Tensor index, TorchSharp.torch.Tensor source, TorchSharp.Scalar alpha) { }
            public TorchSharp.torch.Tensor index_select(long dim, TorchSharp.torch.Tensor index) { }
            public bool is_contiguous() { }
            public TorchSharp.torch.Tensor isfinite() { }
            public TorchSharp.torch.Tensor isnan() { }
            public T item<T>()
                where T :  unmanaged { }
            public TorchSharp.torch.Tensor le(TorchSharp.Scalar target) { }
            public TorchSharp.torch.Tensor le(TorchSharp.torch.Tensor target) { }
            public TorchSharp.torch.Tensor log() { }
            public TorchSharp.torch.Tensor log_softmax(long dim, TorchSharp.torch.ScalarType? dtype = default) { }
            public TorchSharp.torch.Tensor lt(TorchSharp.Scalar target) { }
            public TorchSharp.torch.Tensor lt(TorchSharp.torch.Tensor target) { }
            public TorchSharp.torch.Tensor masked_fill(TorchSharp.torch.Tensor mask, TorchSharp.Scalar value) { }
            public TorchSharp.torch.Tensor masked_fill_(TorchSharp.torch.Tensor mask, TorchSharp.Scalar value) { }
            public TorchSharp.torch.Tensor masked_select(TorchSharp.torch.Tensor mask) { }
            public TorchSharp.torch.Tensor matmul(TorchSharp.torch.Tensor target) { }
            public TorchSharp.torch.Tensor max() { }
            public TorchSharp.torch.Tensor max(TorchSharp.torch.Tensor other) { }
            public TorchSharp.torch.Tensor maximum(TorchSharp.torch.Tensor other) { }
            public TorchSharp.torch.Tensor mean() { }
            public TorchSharp.torch.Tensor mean(long[] dimensions, bool keepdim = false, TorchSharp.torch.ScalarType? type = default) { }
            public TorchSharp.torch.Tensor min() { }
            public TorchSharp.torch.Tensor min(TorchSharp.torch.Tensor other) { }
            public TorchSharp.torch.Tensor minimum(TorchSharp.torch.Tensor other) { }
            public TorchSharp.torch.Tensor mm(TorchSharp.torch.Tensor target) { }
            public TorchSharp.torch.Tensor mul(TorchSharp.Scalar target) { }
            public TorchSharp.torch.Tensor mul(TorchSharp.torch.Tensor target) { }
            public TorchSharp.torch.Tensor mul_(TorchSharp.Scalar target) { }
            public TorchSharp.torch.Tensor mul_(TorchSharp.torch.Tensor target) { }
            public TorchSharp.torch.Tensor narrow(long dim, long start, long length) { }
            public TorchSharp.torch.Tensor ne(TorchSharp.Scalar target) { }
            public TorchSharp.torch.Tensor ne(TorchSharp.torch.Tensor target) { }
            public TorchSharp.torch.Tensor neg() { }
            public TorchSharp.torch.Tensor norm(float p = 2) { }
            public TorchSharp.torch.Tensor norm(int dim, bool keepdim = false, float p = 2) { }
            public TorchSharp.torch.Tensor normal_(double mean = 0, double std = 1, TorchSharp.torch.Generator? generator = null) { }
            public long numel() { }
            public TorchSharp.torch.Tensor permute(System.Collections.Generic.IEnumerable<long> permutation) { }
            public TorchSharp.torch.Tensor permute(params long[] permutation) { }
            public TorchSharp.torch.Tensor pow(TorchSharp.Scalar exponent) { }
            public TorchSharp.torch.Tensor pow(TorchSharp.torch.Tensor exponent) { }
            public TorchSharp.torch.Tensor quantile(TorchSharp.torch.Tensor q, long dim = -1, bool keepdim = false) { }
            public TorchSharp.torch.Tensor reciprocal() { }
            public TorchSharp.torch.Tensor relu() { }
            public TorchSharp.torch.Tensor relu_() { }
            public TorchSharp.torch.Tensor repeat(params long[] sizes) { }
            public TorchSharp.torch.Tensor requires_grad_(bool requires_grad = true) { }
            public TorchSharp.torch.Tensor reshape(params long[] shape) { }
            public TorchSharp.torch.Tensor rsqrt() { }
            public TorchSharp.torch.Tensor select(long dim, long index) { }
            public TorchSharp.torch.Tensor set_(TorchSharp.torch.Tensor source) { }
            public TorchSharp.torch.Tensor sigmoid() { }
            public TorchSharp.torch.Tensor sign() { }
            public TorchSharp.torch.Tensor silu() { }
            public long[] size() { }
            public long size(int dim) { }
            public TorchSharp.torch.Tensor slice(long dim, long start, long finish, long step) { }
            public TorchSharp.torch.Tensor softmax(long dim, TorchSharp.torch.ScalarType? dtype = default) { }
            public TorchSharp.torch.Tensor[] split(params long[] sizes) { }
            public TorchSharp.torch.Tensor[] split(System.ReadOnlySpan<long> sizes, long dim = 0) { }
            public TorchSharp.torch.Tensor[] split(long size, int dim = 0) { }
            public TorchSharp.torch.Tensor[] split(long[] sizes, long dim = 0) { }
            public TorchSharp.torch.Tensor sqrt() { }
            public TorchSharp.torch.Tensor square() { }
            public TorchSharp.torch.Tensor squeeze(long? dim = default) { }
            public TorchSharp.torch.Tensor std(bool unbiased = true) { }
            public TorchSharp.torch.Tensor std(System.ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, TorchSharp.torch.ScalarType? type = default) { }
            public TorchSharp.torch.Tensor std(System.ValueTuple<long, long> dim, bool unbiased = true, bool keepdim = false, TorchSharp.torch.ScalarType? type = default) { }
            public TorchSharp.torch.Tensor std(System.ValueTuple<long, long, long> dim, bool unbiased = true, bool keepdim = false, TorchSharp.torch.ScalarType? type = default) { }
            public TorchSharp.torch.Tensor std(long dim, bool unbiased = true, bool keepdim = false, TorchSharp.torch.ScalarType? type = default) { }
            public TorchSharp.torch.Tensor std(long[] dimensions, bool unbiased = true, bool keepdim = false, TorchSharp.torch.ScalarType? type = default) { }
            public long[] stride() { }
            public long stride(int dim) { }
            public TorchSharp.torch.Tensor sub(TorchSharp.Scalar target) { }
            public TorchSharp.torch.Tensor sub(TorchSharp.torch.Tensor target) { }
            public TorchSharp.torch.Tensor sub_(TorchSharp.Scalar target) { }
            public TorchSharp.torch.Tensor sub_(TorchSharp.torch.Tensor target) { }
            public TorchSharp.torch.Tensor sum(TorchSharp.torch.ScalarType? type = default) { }
            public TorchSharp.torch.Tensor sum(System.ReadOnlySpan<long> dim, bool keepdim = false, TorchSharp.torch.ScalarType? type = default) { }
            public TorchSharp.torch.Tensor sum(long[] dim, bool keepdim = false, TorchSharp.torch.ScalarType? type = default) { }
            public TorchSharp.torch.Tensor sum(long dim, bool keepdim = false, TorchSharp.torch.ScalarType? type = default) { }
            public TorchSharp.torch.Tensor sum(long dim0, long dim1, bool keepdim = false, TorchSharp.torch.ScalarType? type = default) { }
            public TorchSharp.torch.Tensor sum(long dim0, long dim1, long dim2, bool keepdim = false, TorchSharp.torch.ScalarType? type = default) { }
            public TorchSharp.torch.Tensor t() { }
            public TorchSharp.torch.Tensor tanh() { }
            public TorchSharp.torch.Tensor to(TorchSharp.torch.Tensor other, bool non_blocking = false) { }
            public TorchSharp.torch.Tensor to(TorchSharp.torch.Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) { }
            public TorchSharp.torch.Tensor to(TorchSharp.torch.ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) { }
            public TorchSharp.torch.Tensor to(string device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) { }
            public TorchSharp.torch.Tensor to(TorchSharp.DeviceType deviceType, int deviceIndex = -1, bool copy = false, bool disposeAfter = false, bool non_blocking = false) { }
            public TorchSharp.torch.Tensor to(TorchSharp.torch.ScalarType type, TorchSharp.torch.Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) { }
            public TorchSharp.torch.Tensor to_type(TorchSharp.torch.ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) { }
            public TorchSharp.torch.Tensor transpose(long dim0, long dim1) { }
            public TorchSharp.torch.Tensor tril(long diagonal = 0) { }
            public TorchSharp.torch.Tensor triu(long diagonal = 0) { }
            public TorchSharp.torch.Tensor unflatten(long dim, TorchSharp.torch.Size sizes) { }
            public TorchSharp.torch.Tensor unflatten(long dim, params long[] sizes) { }
            public TorchSharp.torch.Tensor uniform_(double from, double to, TorchSharp.torch.Generator? generator = null) { }
            public TorchSharp.torch.Tensor unsqueeze(long dim) { }
            public TorchSharp.torch.Tensor var(bool unbiased = true) { }
            public TorchSharp.torch.Tensor var(System.ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, TorchSharp.torch.ScalarType? type = default) { }
            public TorchSharp.torch.Tensor var(System.ValueTuple<long, long> dim, bool unbiased = true, bool keepdim = false, TorchSharp.torch.ScalarType? type = default) { }
            public TorchSharp.torch.Tensor var(System.ValueTuple<long, long, long> dim, bool unbiased = true, bool keepdim = false, TorchSharp.torch.ScalarType? type = default) { }
            public TorchSharp.torch.Tensor var(long dim, bool unbiased = true, bool keepdim = false, TorchSharp.torch.ScalarType? type = default) { }
            public TorchSharp.torch.Tensor var(long[] dimensions, bool unbiased = true, bool keepdim = false, TorchSharp.torch.ScalarType? type = default) { }
            public TorchSharp.torch.Tensor view(params long[] shape) { }
            public TorchSharp.torch.Tensor @where(TorchSharp.torch.Tensor condition, TorchSharp.torch.Tensor y) { }
            public TorchSharp.torch.Tensor zero_() { }
            public static byte op_Explicit(TorchSharp.torch.Tensor value) { }
            public static sbyte op_Explicit(TorchSharp.torch.Tensor value) { }
            public static short op_Explicit(TorchSharp.torch.Tensor value) { }
            public static int op_Explicit(TorchSharp.torch.Tensor value) { }
            public static long op_Explicit(TorchSharp.torch.Tensor value) { }
            public static float op_Explicit(TorchSharp.torch.Tensor value) { }
            public static double op_Explicit(TorchSharp.torch.Tensor value) { }
            public static bool op_Explicit(TorchSharp.torch.Tensor value) { }
            public static TorchSharp.torch.Tensor op_Implicit(TorchSharp.Scalar scalar) { }
            public static TorchSharp.torch.Tensor op_Implicit(bool value) { }
            public static TorchSharp.torch.Tensor op_Implicit(bool[] value) { }
            public static TorchSharp.torch.Tensor op_Implicit(byte value) { }
            public static TorchSharp.torch.Tensor op_Implicit(byte[] value) { }
            public static TorchSharp.torch.Tensor op_Implicit(double value) { }
            public static TorchSharp.torch.Tensor op_Implicit(double[] value) { }
            public static TorchSharp.torch.Tensor op_Implicit(float value) { }
            public static TorchSharp.torch.Tensor op_Implicit(float[] value) { }
            public static TorchSharp.torch.Tensor op_Implicit(int value) { }
            public static TorchSharp.torch.Tensor op_Implicit(int[] value) { }
            public static TorchSharp.torch.Tensor op_Implicit(long value) { }
            public static TorchSharp.torch.Tensor op_Implicit(long[] value) { }
            public static TorchSharp.torch.Tensor op_Implicit(sbyte value) { }
            public static TorchSharp.torch.Tensor op_Implicit(sbyte[] value) { }
            public static TorchSharp.torch.Tensor op_Implicit(short value) { }
            public static TorchSharp.torch.Tensor op_Implicit(short[] value) { }
            public static TorchSharp.torch.Tensor operator !=(TorchSharp.Scalar left, TorchSharp.torch.Tensor right) { }
            public static TorchSharp.torch.Tensor operator !=(TorchSharp.torch.Tensor left, TorchSharp.Scalar right) { }
            public static TorchSharp.torch.Tensor operator !=(TorchSharp.torch.Tensor left, TorchSharp.torch.Tensor right) { }
            public static TorchSharp.torch.Tensor operator &(TorchSharp.torch.Tensor left, TorchSharp.torch.Tensor right) { }
            public static TorchSharp.torch.Tensor operator *(TorchSharp.Scalar left, TorchSharp.torch.Tensor right) { }
            public static TorchSharp.torch.Tensor operator *(TorchSharp.torch.Tensor left, TorchSharp.Scalar right) { }
            public static TorchSharp.torch.Tensor operator *(TorchSharp.torch.Tensor left, TorchSharp.torch.Tensor right) { }
            public static TorchSharp.torch.Tensor operator *(TorchSharp.torch.Tensor left, double right) { }
            public static TorchSharp.torch.Tensor operator *(TorchSharp.torch.Tensor left, float right) { }
            public static TorchSharp.torch.Tensor operator *(TorchSharp.torch.Tensor left, int right) { }
            public static TorchSharp.torch.Tensor operator *(TorchSharp.torch.Tensor left, long right) { }
            public static TorchSharp.torch.Tensor operator *(double left, TorchSharp.torch.Tensor right) { }
            public static TorchSharp.torch.Tensor operator *(float left, TorchSharp.torch.Tensor right) { }
            public static TorchSharp.torch.Tensor operator *(int left, TorchSharp.torch.Tensor right) { }
            public static TorchSharp.torch.Tensor operator *(long left, TorchSharp.torch.Tensor right) { }
            public static TorchSharp.torch.Tensor operator +(TorchSharp.Scalar left, TorchSharp.torch.Tensor right) { }
            public static TorchSharp.torch.Tensor operator +(TorchSharp.torch.Tensor left, TorchSharp.Scalar right) { }
            public static TorchSharp.torch.Tensor operator +(TorchSharp.torch.Tensor left, TorchSharp.torch.Tensor right) { }
            public static TorchSharp.torch.Tensor operator +(TorchSharp.torch.Tensor left, double right) { }
            public static TorchSharp.torch.Tensor operator +(TorchSharp.torch.Tensor left, float right) { }
            public static TorchSharp.torch.Tensor operator +(TorchSharp.torch.Tensor left, int right) { }
            public static TorchSharp.torch.Tensor operator +(TorchSharp.torch.Tensor left, long right) { }
            public static TorchSharp.torch.Tensor operator +(double left, TorchSharp.torch.Tensor right) { }
            public static TorchSharp.torch.Tensor operator +(float left, TorchSharp.torch.Tensor right) { }
            public static TorchSharp.torch.Tensor operator +(int left, TorchSharp.torch.Tensor right) { }
            public static TorchSharp.torch.Tensor operator +(long left, TorchSharp.torch.Tensor right) { }
            public static TorchSharp.torch.Tensor operator -(TorchSharp.torch.Tensor tensor) { }
            public static TorchSharp.torch.Tensor operator -(TorchSharp.Scalar left, TorchSharp.torch.Tensor right) { }
            public static TorchSharp.torch.Tensor operator -(TorchSharp.torch.Tensor left, TorchSharp.Scalar right) { }
            public static TorchSharp.torch.Tensor operator -(TorchSharp.torch.Tensor left, TorchSharp.torch.Tensor right) { }
            public static TorchSharp.torch.Tensor operator -(TorchSharp.torch.Tensor left, double right) { }
            public static TorchSharp.torch.Tensor operator -(TorchSharp.torch.Tensor left, float right) { }
            public static TorchSharp.torch.Tensor operator -(TorchSharp.torch.Tensor left, int right) { }
            public static TorchSharp.torch.Tensor operator -(TorchSharp.torch.Tensor left, long right) { }
            public static TorchSharp.torch.Tensor operator -(double left, TorchSharp.torch.Tensor right) { }
            public static TorchSharp.torch.Tensor operator -(float left, TorchSharp.torch.Tensor right) { }
            public static TorchSharp.torch.Tensor operator -(int left, TorchSharp.torch.Tensor right) { }
            public static TorchSharp.torch.Tensor operator -(long left, TorchSharp.torch.Tensor right) { }
            public static TorchSharp.torch.Tensor operator /(TorchSharp.Scalar left, TorchSharp.torch.Tensor right) { }
            public static TorchSharp.torch.Tensor operator /(TorchSharp.torch.Tensor left, TorchSharp.Scalar right) { }
            public static TorchSharp.torch.Tensor operator /(TorchSharp.torch.Tensor left, TorchSharp.torch.Tensor right) { }
            public static TorchSharp.torch.Tensor operator /(TorchSharp.torch.Tensor left, double right) { }
            public static TorchSharp.torch.Tensor operator /(TorchSharp.torch.Tensor left, float right) { }
            public static TorchSharp.torch.Tensor operator /(TorchSharp.torch.Tensor left, int right) { }
            public static TorchSharp.torch.Tensor operator /(TorchSharp.torch.Tensor left, long right) { }
            public static TorchSharp.torch.Tensor operator /(double left, TorchSharp.torch.Tensor right) { }
            public static TorchSharp.torch.Tensor operator /(float left, TorchSharp.torch.Tensor right) { }
            public static TorchSharp.torch.Tensor operator /(int left, TorchSharp.torch.Tensor right) { }
            public static TorchSharp.torch.Tensor operator /(long left, TorchSharp.torch.Tensor right) { }
            public static TorchSharp.torch.Tensor operator <(TorchSharp.Scalar left, TorchSharp.torch.Tensor right) { }
            public static TorchSharp.torch.Tensor operator <(TorchSharp.torch.Tensor left, TorchSharp.Scalar right) { }
            public static TorchSharp.torch.Tensor operator <(TorchSharp.torch.Tensor left, TorchSharp.torch.Tensor right) { }
            public static TorchSharp.torch.Tensor operator <=(TorchSharp.Scalar left, TorchSharp.torch.Tensor right) { }
            public static TorchSharp.torch.Tensor operator <=(TorchSharp.torch.Tensor left, TorchSharp.Scalar right) { }
            public static TorchSharp.torch.Tensor operator <=(TorchSharp.torch.Tensor left, TorchSharp.torch.Tensor right) { }
            public static TorchSharp.torch.Tensor operator ==(TorchSharp.Scalar left, TorchSharp.torch.Tensor right) { }
            public static TorchSharp.torch.Tensor operator ==(TorchSharp.torch.Tensor left, TorchSharp.Scalar right) { }
            public static TorchSharp.torch.Tensor operator ==(TorchSharp.torch.Tensor left, TorchSharp.torch.Tensor right) { }
            public static TorchSharp.torch.Tensor operator >(TorchSharp.Scalar left, TorchSharp.torch.Tensor right) { }
            public static TorchSharp.torch.Tensor operator >(TorchSharp.torch.Tensor left, TorchSharp.Scalar right) { }
            public static TorchSharp.torch.Tensor operator >(TorchSharp.torch.Tensor left, TorchSharp.torch.Tensor right) { }
            public static TorchSharp.torch.Tensor operator >=(TorchSharp.Scalar left, TorchSharp.torch.Tensor right) { }
            public static TorchSharp.torch.Tensor operator >=(TorchSharp.torch.Tensor left, TorchSharp.Scalar right) { }
            public static TorchSharp.torch.Tensor operator >=(TorchSharp.torch.Tensor left, TorchSharp.torch.Tensor right) { }
            public static TorchSharp.torch.Tensor operator ^(TorchSharp.torch.Tensor left, TorchSharp.torch.Tensor right) { }
            public static TorchSharp.torch.Tensor operator |(TorchSharp.torch.Tensor left, TorchSharp.torch.Tensor right) { }
            public static TorchSharp.torch.Tensor operator ~(TorchSharp.torch.Tensor left) { }
        }
        public struct TensorIndex
        {
            public static readonly TorchSharp.torch.TensorIndex Colon;
            public static readonly TorchSharp.torch.TensorIndex Ellipsis;
            public static readonly TorchSharp.torch.TensorIndex None;
            public static readonly TorchSharp.torch.TensorIndex Null;
            public static TorchSharp.torch.TensorIndex Bool(bool value) { }
            public static TorchSharp.torch.TensorIndex Single(long? index) { }
            public static TorchSharp.torch.TensorIndex Slice(System.Range range) { }
            public static TorchSharp.torch.TensorIndex Slice([System.Runtime.CompilerServices.TupleElementNames(new string[] {
                    "start",
                    "end"})] System.ValueTuple<int?, int?> range) { }
            public static TorchSharp.torch.TensorIndex Slice(long? start = default, long? stop = default, long? step = default) { }
            public static TorchSharp.torch.TensorIndex Tensor(TorchSharp.torch.Tensor tensor) { }
            public static TorchSharp.torch.TensorIndex op_Implicit(System.Index index) { }
            public static TorchSharp.torch.TensorIndex op_Implicit(System.Range range) { }
            public static TorchSharp.torch.TensorIndex op_Implicit([System.Runtime.CompilerServices.TupleElementNames(new string[] {
                    "start",
                    "end"})] System.ValueTuple<int?, int?> range) { }
            public static TorchSharp.torch.Tensor op_Implicit(TorchSharp.torch.TensorIndex value) { }
            public static TorchSharp.torch.TensorIndex op_Implicit(long value) { }
        }
        public static class nn
        {
            public static TorchSharp.Modules.AdaptiveAvgPool1d AdaptiveAvgPool1d(long output_size) { }
            public static TorchSharp.Modules.AdaptiveAvgPool2d AdaptiveAvgPool2d(System.ValueTuple<long, long> output_size) { }
            public static TorchSharp.Modules.AdaptiveAvgPool2d AdaptiveAvgPool2d(long[] output_size) { }
            public static TorchSharp.Modules.AdaptiveAvgPool2d AdaptiveAvgPool2d(long output_size) { }
            public static TorchSharp.Modules.AdaptiveMaxPool2d AdaptiveMaxPool2d(long[] output_size) { }
            public static TorchSharp.Modules.AvgPool1d AvgPool1d(long kernel_size, long? stride = default, long padding = 0, bool ceil_mode = false, bool count_include_pad = true) { }
            public static TorchSharp.Modules.AvgPool2d AvgPool2d(System.ValueTuple<long, long> kernel_size, System.ValueTuple<long, long>? stride = default, System.ValueTuple<long, long>? padding = default, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = default) { }
            public static TorchSharp.Modules.AvgPool2d AvgPool2d(long kernel_size, long? stride = default, long? padding = default, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = default) { }
            public static TorchSharp.Modules.AvgPool2d AvgPool2d(long[] kernel_size, long[]? stride = null, long[]? padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = default) { }
            public static TorchSharp.Modules.BCELoss BCELoss(TorchSharp.torch.Tensor? weight = null, TorchSharp.torch.nn.Reduction reduction = 1) { }
            public static TorchSharp.Modules.BCEWithLogitsLoss BCEWithLogitsLoss(TorchSharp.torch.Tensor? weight = null, TorchSharp.torch.nn.Reduction reduction = 1, TorchSharp.torch.Tensor? pos_weights = null) { }
            public static TorchSharp.Modules.BatchNorm1d BatchNorm1d(long num_features, double eps = 1E-05, double momentum = 0.1, bool affine = true, bool track_running_stats = true, TorchSharp.torch.Device? device = null, TorchSharp.torch.ScalarType? dtype = default) { }
            public static TorchSharp.Modules.BatchNorm2d BatchNorm2d(long num_features, double eps = 1E-05, double momentum = 0.1, bool affine = true, bool track_running_stats = true, TorchSharp.torch.Device? device = null, TorchSharp.torch.ScalarType? dtype = default) { }
            public static TorchSharp.Modules.Conv1d Conv1d(long in_channels, long out_channels, long kernel_size, TorchSharp.Padding padding, long stride = 1, long dilation = 1, TorchSharp.PaddingModes padding_mode = 0, long groups = 1, bool bias = true, TorchSharp.torch.Device? device = null, TorchSharp.torch.ScalarType? dtype = default) { }
            public static TorchSharp.Modules.Conv1d Conv1d(long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long dilation = 1, TorchSharp.PaddingModes padding_mode = 0, long groups = 1, bool bias = true, TorchSharp.torch.Device? device = null, TorchSharp.torch.ScalarType? dtype = default) { }
            public static TorchSharp.Modules.Conv2d Conv2d(long in_channels, long out_channels, System.ValueTuple<long, long> kernel_size, System.ValueTuple<long, long>? stride = default, System.ValueTuple<long, long>? padding = default, System.ValueTuple<long, long>? dilation = default, TorchSharp.PaddingModes padding_mode = 0, long groups = 1, bool bias = true, TorchSharp.torch.Device? device = null, TorchSharp.torch.ScalarType? dtype = default) { }
            public static TorchSharp.Modules.Conv2d Conv2d(long in_channels, long out_channels, System.ValueTuple<long, long> kernel_size, TorchSharp.Padding padding, System.ValueTuple<long, long>? stride = default, System.ValueTuple<long, long>? dilation = default, TorchSharp.PaddingModes padding_mode = 0, long groups = 1, bool bias = true, TorchSharp.torch.Device? device = null, TorchSharp.torch.ScalarType? dtype = default) { }
            public static TorchSharp.Modules.Conv2d Conv2d(long in_channels, long out_channels, long kernel_size, TorchSharp.Padding padding, long stride = 1, long dilation = 1, TorchSharp.PaddingModes padding_mode = 0, long groups = 1, bool bias = true, TorchSharp.torch.Device? device = null, TorchSharp.torch.ScalarType? dtype = default) { }
            public static TorchSharp.Modules.Conv2d Conv2d(long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long dilation = 1, TorchSharp.PaddingModes padding_mode = 0, long groups = 1, bool bias = true, TorchSharp.torch.Device? device = null, TorchSharp.torch.ScalarType? dtype = default) { }
            public static TorchSharp.Modules.CrossEntropyLoss CrossEntropyLoss(TorchSharp.torch.Tensor? weight = null, long? ignore_index = default, TorchSharp.torch.nn.Reduction reduction = 1) { }
            public static TorchSharp.Modules.Dropout Dropout(double p = 0.5, bool inplace = false) { }
            public static TorchSharp.Modules.Dropout1d Dropout1d(double p = 0.5, bool inplace = false) { }
            public static TorchSharp.Modules.Dropout2d Dropout2d(double p = 0.5, bool inplace = false) { }
            public static TorchSharp.Modules.ELU ELU(double alpha = 1, bool inplace = false) { }
            public static TorchSharp.Modules.Embedding Embedding(long num_embeddings, long embedding_dims, long? padding_idx = default, double? max_norm = default, double norm_type = 2, bool scale_grad_by_freq = false, bool sparse = false, TorchSharp.torch.Device? device = null, TorchSharp.torch.ScalarType? dtype = default) { }
            public static TorchSharp.Modules.Flatten Flatten(long start_dim = 1, long end_dim = -1) { }
            public static TorchSharp.Modules.GELU GELU() { }
            public static TorchSharp.Modules.GELU GELU(bool inplace) { }
            public static TorchSharp.Modules.GroupNorm GroupNorm(long num_groups, long num_channels, double eps = 1E-05, bool affine = true, TorchSharp.torch.Device? device = null, TorchSharp.torch.ScalarType? dtype = default) { }
            public static TorchSharp.Modules.Hardsigmoid Hardsigmoid(bool inplace = false) { }
            public static TorchSharp.Modules.Hardswish Hardswish(bool inplace = false) { }
            public static TorchSharp.Modules.Hardtanh Hardtanh(double min_val = -1, double max_val = 1, bool inplace = false) { }
            public static TorchSharp.Modules.Identity Identity() { }
            public static TorchSharp.Modules.KLDivLoss KLDivLoss(bool log_target = true, TorchSharp.torch.nn.Reduction reduction = 1) { }
            public static TorchSharp.Modules.L1Loss L1Loss(TorchSharp.torch.nn.Reduction reduction = 1) { }
            public static TorchSharp.Modules.LayerNorm LayerNorm(long[] normalized_shape, double eps = 1E-05, bool elementwise_affine = true, bool bias = true, TorchSharp.torch.Device? device = null, TorchSharp.torch.ScalarType? dtype = default) { }
            public static TorchSharp.Modules.LayerNorm LayerNorm(long normalized_shape, double eps = 1E-05, bool elementwise_affine = true, bool bias = true, TorchSharp.torch.Device? device = null, TorchSharp.torch.ScalarType? dtype = default) { }
            public static TorchSharp.Modules.LeakyReLU LeakyReLU(double negative_slope = 0.01, bool inplace = false) { }
            public static TorchSharp.Modules.Linear Linear(TorchSharp.Modules.Parameter weight, TorchSharp.Modules.Parameter? bias = null) { }
            public static TorchSharp.Modules.Linear Linear(long inputSize, long outputSize, bool hasBias = true, TorchSharp.torch.Device? device = null, TorchSharp.torch.ScalarType? dtype = default) { }
            public static TorchSharp.Modules.LogSoftmax LogSoftmax(long dim) { }
            public static TorchSharp.Modules.MSELoss MSELoss(TorchSharp.torch.nn.Reduction reduction = 1) { }
            public static TorchSharp.Modules.MaxPool1d MaxPool1d(long kernel_size, long? stride = default, long? padding = default, long? dilation = default, bool ceil_mode = false) { }
            public static TorchSharp.Modules.MaxPool2d MaxPool2d(System.ValueTuple<long, long> kernel_size, System.ValueTuple<long, long>? stride = default, System.ValueTuple<long, long>? padding = default, System.ValueTuple<long, long>? dilation = default, bool ceil_mode = false) { }
            public static TorchSharp.Modules.MaxPool2d MaxPool2d(long kernel_size, long? stride = default, long? padding = default, long? dilation = default, bool ceil_mode = false) { }
            public static TorchSharp.Modules.MaxPool2d MaxPool2d(long[] kernel_size, long[]? stride = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) { }
            public static TorchSharp.Modules.Mish Mish() { }
            public static TorchSharp.Modules.Mish Mish(bool inplace) { }
            public static TorchSharp.Modules.ModuleDict<TorchSharp.torch.nn.Module> ModuleDict(params System.ValueTuple<string, TorchSharp.torch.nn.Module>[] modules) { }
            public static TorchSharp.Modules.ModuleDict<T> ModuleDict<T>(params System.ValueTuple<string, T>[] modules)
                where T : TorchSharp.torch.nn.Module { }
            public static TorchSharp.Modules.ModuleList<TorchSharp.torch.nn.Module> ModuleList(params TorchSharp.torch.nn.Module[] modules) { }
            public static TorchSharp.Modules.ModuleList<T> ModuleList<T>(params T[] modules)
                where T : TorchSharp.torch.nn.Module { }
            public static TorchSharp.Modules.NLLLoss NLLLoss(TorchSharp.torch.Tensor? weight = null, TorchSharp.torch.nn.Reduction reduction = 1) { }
            public static TorchSharp.Modules.PReLU PReLU(long num_parameters, double init = 0.25, TorchSharp.torch.Device? device = null, TorchSharp.torch.ScalarType? dtype = default) { }
            public static TorchSharp.Modules.Parameter Parameter(TorchSharp.torch.Tensor data, bool requires_grad = true) { }
            public static TorchSharp.Modules.ParameterList ParameterList(params TorchSharp.Modules.Parameter[] parameters) { }
            public static TorchSharp.Modules.ReLU ReLU(bool inplace = false) { }
            public static TorchSharp.Modules.ReLU6 ReLU6(bool inplace = false) { }
            public static TorchSharp.Modules.Sequential Sequential() { }
            public static TorchSharp.Modules.Sequential Sequential(System.Collections.Generic.IEnumerable<System.Tuple<string, TorchSharp.torch.nn.Module<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>>> modules) { }
            public static TorchSharp.Modules.Sequential Sequential([System.Runtime.CompilerServices.TupleElementNames(new string[] {
                    "name",
                    "submodule"})] System.Collections.Generic.IEnumerable<System.ValueTuple<string, TorchSharp.torch.nn.Module<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>>> modules) { }
            public static TorchSharp.Modules.Sequential Sequential(System.Collections.Generic.IEnumerable<TorchSharp.torch.nn.Module<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>> modules) { }
            public static TorchSharp.Modules.Sequential Sequential(params System.Tuple<string, TorchSharp.torch.nn.Module<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>>[] modules) { }
            public static TorchSharp.Modules.Sequential Sequential([System.Runtime.CompilerServices.TupleElementNames(new string[] {
                    "name",
                    "submodule"})] params System.ValueTuple<string, TorchSharp.torch.nn.Module<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>>[] modules) { }
            public static TorchSharp.Modules.Sequential Sequential(params TorchSharp.torch.nn.Module<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>[] modules) { }
            public static TorchSharp.Modules.SiLU SiLU() { }
            public static TorchSharp.Modules.SiLU SiLU(bool inplace) { }
            public static TorchSharp.Modules.Sigmoid Sigmoid() { }
            public static TorchSharp.Modules.Sigmoid Sigmoid(bool inplace) { }
            public static TorchSharp.Modules.SmoothL1Loss SmoothL1Loss(TorchSharp.torch.nn.Reduction reduction = 1, double beta = 1) { }
            public static TorchSharp.Modules.Softmax Softmax(long dim) { }
            public static TorchSharp.Modules.Softplus Softplus(double beta = 1, double threshold = 20) { }
            public static TorchSharp.Modules.Tanh Tanh() { }
            public static TorchSharp.Modules.Tanh Tanh(bool inplace = false) { }
            public static TorchSharp.Modules.Unflatten Unflatten(long dim, long[] unflattened_size) { }
            public static TorchSharp.Modules.ZeroPad2d ZeroPad2d(System.ValueTuple<long, long, long, long> padding) { }
            public static TorchSharp.Modules.ZeroPad2d ZeroPad2d(long padding) { }
            public class HookableModule<TPreHook, TPostHook> : TorchSharp.torch.nn.Module
                where TPreHook : System.Delegate
                where TPostHook : System.Delegate
            {
                protected HookableModule(string name) { }
                public TorchSharp.torch.nn.HookableModule<TPreHook, TPostHook>.HookRemover register_forward_hook(System.Action<TorchSharp.torch.nn.Module> hook) { }
                public TorchSharp.torch.nn.HookableModule<TPreHook, TPostHook>.HookRemover register_forward_hook(TPostHook hook) { }
                public TorchSharp.torch.nn.HookableModule<TPreHook, TPostHook>.HookRemover register_forward_pre_hook(System.Action<TorchSharp.torch.nn.Module> hook) { }
                public TorchSharp.torch.nn.HookableModule<TPreHook, TPostHook>.HookRemover register_forward_pre_hook(TPreHook hook) { }
                public class HookRemover
                {
                    public HookRemover(TorchSharp.torch.nn.HookableModule<TPreHook, TPostHook> module, string key) { }
                    public void remove() { }
                }
            }
            public interface IModule<in T, out TResult>
            {
                TResult call(T input1);
            }
            public interface IModule<in T1, in T2, out TResult>
            {
                TResult call(T1 input1, T2 input2);
            }
            public interface IModule<in T1, in T2, in T3, out TResult>
            {
                TResult call(T1 input1, T2 input2, T3 input3);
            }
            public interface IModule<in T1, in T2, in T3, in T4, out TResult>
            {
                TResult call(T1 input1, T2 input2, T3 input3, T4 input4);
            }
            public interface IModule<in T1, in T2, in T3, in T4, in T5, out TResult>
            {
                TResult call(T1 input1, T2 input2, T3 input3, T4 input4, T5 input5);
            }
            public interface IModule<in T1, in T2, in T3, in T4, in T5, in T6, out TResult>
            {
                TResult call(T1 input1, T2 input2, T3 input3, T4 input4, T5 input5, T6 input6);
            }
            [System.Diagnostics.CodeAnalysis.DynamicallyAccessedMembers(System.Diagnostics.CodeAnalysis.DynamicallyAccessedMemberTypes.None | System.Diagnostics.CodeAnalysis.DynamicallyAccessedMemberTypes.PublicFields | System.Diagnostics.CodeAnalysis.DynamicallyAccessedMemberTypes.NonPublicFields)]
            public class Module : System.IDisposable
            {
                protected TorchSharp.Utils.OrderedDict<string, System.ValueTuple<TorchSharp.torch.Tensor, bool>> _internal_buffers;
                protected TorchSharp.Utils.OrderedDict<string, TorchSharp.Modules.Parameter> _internal_params;
                protected TorchSharp.Utils.OrderedDict<string, TorchSharp.torch.nn.Module> _internal_submodules;
                protected string name;
                protected Module(string name) { }
                public virtual bool training { get; }
                protected void ConditionallyRegisterBuffer(string name, TorchSharp.torch.Tensor? value, bool persistent = true) { }
                protected void ConditionallyRegisterParameter(string name, TorchSharp.Modules.Parameter? value) { }
                public void Dispose() { }
                protected virtual void Dispose(bool disposing) { }
                public virtual string GetName() { }
                protected virtual void RegisterComponents() { }
                protected virtual TorchSharp.torch.nn.Module _to(TorchSharp.torch.ScalarType dtype, bool non_blocking) { }
                protected virtual TorchSharp.torch.nn.Module _to(TorchSharp.DeviceType deviceType, int deviceIndex, bool non_blocking) { }
                protected virtual TorchSharp.torch.nn.Module _to(TorchSharp.torch.Device device, TorchSharp.torch.ScalarType dtype, bool non_blocking) { }
                public void add_module(string name, TorchSharp.torch.nn.Module module) { }
                public virtual TorchSharp.torch.nn.Module apply(System.Action<TorchSharp.torch.nn.Module> fn) { }
                public virtual System.Collections.Generic.IEnumerable<TorchSharp.torch.Tensor> buffers(bool recurse = true, bool include_nonpersistent = true) { }
                public virtual System.Collections.Generic.IEnumerable<TorchSharp.torch.nn.Module> children() { }
                public virtual void eval() { }
                public virtual TorchSharp.torch.Tensor? get_buffer(string target) { }
                public virtual TorchSharp.Modules.Parameter? get_parameter(string target) { }
                public virtual bool has_buffer(string target) { }
                public virtual bool has_parameter(string target) { }
                public virtual TorchSharp.torch.nn.Module load(System.IO.BinaryReader reader, bool strict = true, System.Collections.Generic.IList<string>? skip = null, System.Collections.Generic.Dictionary<string, bool>? loadedParameters = null) { }
                public TorchSharp.torch.nn.Module load(System.IO.Stream stream, bool strict = true, System.Collections.Generic.IList<string>? skip = null, System.Collections.Generic.Dictionary<string, bool>? loadedParameters = null) { }
                public virtual TorchSharp.torch.nn.Module load(string location, bool strict = true, System.Collections.Generic.IList<string>? skip = null, System.Collections.Generic.Dictionary<string, bool>? loadedParameters = null) { }
                [return: System.Runtime.CompilerServices.TupleElementNames(new string[] {
                        "missing_keys",
                        "unexpected_keyes"})]
                public virtual System.ValueTuple<System.Collections.Generic.IList<string>, System.Collections.Generic.IList<string>> load_state_dict(System.Collections.Generic.Dictionary<string, TorchSharp.torch.Tensor> source, bool strict = true, System.Collections.Generic.IList<string>? skip = null) { }
                public virtual System.Collections.Generic.IEnumerable<TorchSharp.torch.nn.Module> modules() { }
                [return: System.Runtime.CompilerServices.TupleElementNames(new string[] {
                        "name",
                        "buffer"})]
                public virtual System.Collections.Generic.IEnumerable<System.ValueTuple<string, TorchSharp.torch.Tensor>> named_buffers(bool recurse = true, bool include_nonpersistent = true) { }
                [return: System.Runtime.CompilerServices.TupleElementNames(new string[] {
                        "name",
                        "module"})]
                public virtual System.Collections.Generic.IEnumerable<System.ValueTuple<string, TorchSharp.torch.nn.Module>> named_children() { }
                [return: System.Runtime.CompilerServices.TupleElementNames(new string[] {
                        "name",
                        "module"})]
                public virtual System.Collections.Generic.IEnumerable<System.ValueTuple<string, TorchSharp.torch.nn.Module>> named_modules() { }
                [return: System.Runtime.CompilerServices.TupleElementNames(new string[] {
                        "name",
                        "parameter"})]
                public virtual System.Collections.Generic.IEnumerable<System.ValueTuple<string, TorchSharp.Modules.Parameter>> named_parameters(bool recurse = true) { }
                public virtual System.Collections.Generic.IEnumerable<TorchSharp.Modules.Parameter> parameters(bool recurse = true) { }
                public virtual void register_buffer(string name, TorchSharp.torch.Tensor tensor, bool persistent = true) { }
                public virtual void register_module(string name, TorchSharp.torch.nn.Module submodule) { }
                public virtual void register_parameter(string name, TorchSharp.Modules.Parameter param) { }
                public TorchSharp.torch.nn.Module save(System.IO.BinaryWriter writer, System.Collections.Generic.IList<string>? skip = null) { }
                public TorchSharp.torch.nn.Module save(System.IO.Stream stream, System.Collections.Generic.IList<string>? skip = null) { }
                public TorchSharp.torch.nn.Module save(string location, System.Collections.Generic.IList<string>? skip = null) { }
                public virtual System.Collections.Generic.Dictionary<string, TorchSharp.torch.Tensor> state_dict(System.Collections.Generic.Dictionary<string, TorchSharp.torch.Tensor>? destination = null, string? prefix = null) { }
                public virtual void train(bool train = true) { }
                public virtual void zero_grad(bool set_to_none = true) { }
                public static void save_state_dict(System.IO.BinaryWriter writer, System.Collections.Generic.Dictionary<string, TorchSharp.torch.Tensor> sd, System.Collections.Generic.IList<string>? skip = null) { }
            }
            public abstract class Module<T, TResult> : TorchSharp.torch.nn.HookableModule<System.Func<TorchSharp.torch.nn.Module<T, TResult>, T, T>, System.Func<TorchSharp.torch.nn.Module<T, TResult>, T, TResult, TResult>>, TorchSharp.torch.nn.IModule<T, TResult>
            {
                protected Module(string name) { }
                public TResult call(T input) { }
                public abstract TResult forward(T input);
            }
            public abstract class Module<T1, T2, TResult> : TorchSharp.torch.nn.HookableModule<System.Func<TorchSharp.torch.nn.Module<T1, T2, TResult>, T1, T2, System.ValueTuple<T1, T2>?>, System.Func<TorchSharp.torch.nn.Module<T1, T2, TResult>, T1, T2, TResult, TResult>>, TorchSharp.torch.nn.IModule<T1, T2, TResult>
            {
                protected Module(string name) { }
                public TResult call(T1 input1, T2 input2) { }
                public abstract TResult forward(T1 input1, T2 input2);
            }
            public abstract class Module<T1, T2, T3, TResult> : TorchSharp.torch.nn.HookableModule<System.Func<TorchSharp.torch.nn.Module<T1, T2, T3, TResult>, T1, T2, T3, System.ValueTuple<T1, T2, T3>?>, System.Func<TorchSharp.torch.nn.Module<T1, T2, T3, TResult>, T1, T2, T3, TResult, TResult>>, TorchSharp.torch.nn.IModule<T1, T2, T3, TResult>
            {
                protected Module(string name) { }
                public TResult call(T1 input1, T2 input2, T3 input3) { }
                public abstract TResult forward(T1 input1, T2 input2, T3 input3);
            }
            public abstract class Module<T1, T2, T3, T4, TResult> : TorchSharp.torch.nn.HookableModule<System.Func<TorchSharp.torch.nn.Module<T1, T2, T3, T4, TResult>, T1, T2, T3, T4, System.ValueTuple<T1, T2, T3, T4>?>, System.Func<TorchSharp.torch.nn.Module<T1, T2, T3, T4, TResult>, T1, T2, T3, T4, TResult, TResult>>, TorchSharp.torch.nn.IModule<T1, T2, T3, T4, TResult>
            {
                protected Module(string name) { }
                public TResult call(T1 input1, T2 input2, T3 input3, T4 input4) { }
                public abstract TResult forward(T1 input1, T2 input2, T3 input3, T4 input4);
            }
            public abstract class Module<T1, T2, T3, T4, T5, TResult> : TorchSharp.torch.nn.HookableModule<System.Func<TorchSharp.torch.nn.Module<T1, T2, T3, T4, T5, TResult>, T1, T2, T3, T4, T5, System.ValueTuple<T1, T2, T3, T4, T5>?>, System.Func<TorchSharp.torch.nn.Module<T1, T2, T3, T4, T5, TResult>, T1, T2, T3, T4, T5, TResult, TResult>>, TorchSharp.torch.nn.IModule<T1, T2, T3, T4, T5, TResult>
            {
                protected Module(string name) { }
                public TResult call(T1 input1, T2 input2, T3 input3, T4 input4, T5 input5) { }
                public abstract TResult forward(T1 input1, T2 input2, T3 input3, T4 input4, T5 input5);
            }
            public abstract class Module<T1, T2, T3, T4, T5, T6, TResult> : TorchSharp.torch.nn.HookableModule<System.Func<TorchSharp.torch.nn.Module<T1, T2, T3, T4, T5, T6, TResult>, T1, T2, T3, T4, T5, T6, System.ValueTuple<T1, T2, T3, T4, T5, T6>?>, System.Func<TorchSharp.torch.nn.Module<T1, T2, T3, T4, T5, T6, TResult>, T1, T2, T3, T4, T5, T6, TResult, TResult>>, TorchSharp.torch.nn.IModule<T1, T2, T3, T4, T5, T6, TResult>
            {
                protected Module(string name) { }
                public TResult call(T1 input1, T2 input2, T3 input3, T4 input4, T5 input5, T6 input6) { }
                public abstract TResult forward(T1 input1, T2 input2, T3 input3, T4 input4, T5 input5, T6 input6);
            }
            public enum Reduction : long
            {
                None = 0,
                Mean = 1,
                Sum = 2,
            }
            public static class functional
            {
                public static TorchSharp.torch.Tensor adaptive_avg_pool1d(TorchSharp.torch.Tensor input, long output_size) { }
                public static TorchSharp.torch.Tensor adaptive_avg_pool2d(TorchSharp.torch.Tensor input, System.ValueTuple<long, long> output_size) { }
                public static TorchSharp.torch.Tensor adaptive_avg_pool2d(TorchSharp.torch.Tensor input, long[] output_size) { }
                public static TorchSharp.torch.Tensor adaptive_avg_pool2d(TorchSharp.torch.Tensor input, long output_size) { }
                public static TorchSharp.torch.Tensor adaptive_max_pool2d(TorchSharp.torch.Tensor input, long[] output_size) { }
                [return: System.Runtime.CompilerServices.TupleElementNames(new string[] {
                        "Values",
                        "Indices"})]
                public static System.ValueTuple<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor> adaptive_max_pool2d_with_indices(TorchSharp.torch.Tensor input, long[] output_size) { }
                public static TorchSharp.torch.Tensor avg_pool1d(TorchSharp.torch.Tensor input, long kernel_size, long? stride = default, long? padding = default, bool ceil_mode = false, bool count_include_pad = true) { }
                public static TorchSharp.torch.Tensor avg_pool2d(TorchSharp.torch.Tensor input, System.ValueTuple<long, long> kernel_size, System.ValueTuple<long, long>? stride = default, System.ValueTuple<long, long>? padding = default, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = default) { }
                public static TorchSharp.torch.Tensor avg_pool2d(TorchSharp.torch.Tensor input, long kernel_size, long? stride = default, long padding = 0, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = default) { }
                public static TorchSharp.torch.Tensor avg_pool2d(TorchSharp.torch.Tensor input, long[] kernel_size, long[]? stride = null, long[]? padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = default) { }
                public static TorchSharp.torch.Tensor batch_norm(TorchSharp.torch.Tensor input, TorchSharp.torch.Tensor? running_mean, TorchSharp.torch.Tensor? running_var, TorchSharp.torch.Tensor? weight = null, TorchSharp.torch.Tensor? bias = null, bool training = false, double momentum = 0.1, double eps = 1E-05) { }
                public static TorchSharp.torch.Tensor binary_cross_entropy(TorchSharp.torch.Tensor input, TorchSharp.torch.Tensor target, TorchSharp.torch.Tensor? weight = null, TorchSharp.torch.nn.Reduction reduction = 1) { }
                public static TorchSharp.torch.Tensor binary_cross_entropy_with_logits(TorchSharp.torch.Tensor input, TorchSharp.torch.Tensor target, TorchSharp.torch.Tensor? weight = null, TorchSharp.torch.nn.Reduction reduction = 1, TorchSharp.torch.Tensor? pos_weights = null) { }
                public static TorchSharp.torch.Tensor conv1d(TorchSharp.torch.Tensor input, TorchSharp.torch.Tensor weight, TorchSharp.torch.Tensor? bias = null, long? stride = default, long? padding = default, long? dilation = default, long groups = 1) { }
                public static TorchSharp.torch.Tensor conv2d(TorchSharp.torch.Tensor input, TorchSharp.torch.Tensor weight, TorchSharp.torch.Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? dilation = null, long groups = 1) { }
                public static TorchSharp.torch.Tensor cross_entropy(TorchSharp.torch.Tensor input, TorchSharp.torch.Tensor target, TorchSharp.torch.Tensor? weight = null, long ignore_index = -100, TorchSharp.torch.nn.Reduction reduction = 1, double label_smoothing = 0) { }
                public static TorchSharp.torch.Tensor dropout(TorchSharp.torch.Tensor input, double p = 0.5, bool training = true, bool inplace = false) { }
                public static TorchSharp.torch.Tensor dropout1d(TorchSharp.torch.Tensor input, double p = 0.5, bool training = true, bool inplace = false) { }
                public static TorchSharp.torch.Tensor dropout2d(TorchSharp.torch.Tensor input, double p = 0.5, bool training = true, bool inplace = false) { }
                public static TorchSharp.torch.Tensor elu(TorchSharp.torch.Tensor x, double alpha, bool inplace = false) { }
                public static TorchSharp.torch.Tensor gelu(TorchSharp.torch.Tensor x) { }
                public static TorchSharp.torch.Tensor gelu(TorchSharp.torch.Tensor x, bool inplace) { }
                public static TorchSharp.torch.Tensor group_norm(TorchSharp.torch.Tensor input, long num_groups, TorchSharp.torch.Tensor? weight = null, TorchSharp.torch.Tensor? bias = null, double eps = 1E-05) { }
                public static TorchSharp.torch.Tensor hardsigmoid(TorchSharp.torch.Tensor input, bool inplace = false) { }
                public static TorchSharp.torch.Tensor hardswish(TorchSharp.torch.Tensor input, bool inplace = false) { }
                public static TorchSharp.torch.Tensor hardtanh(TorchSharp.torch.Tensor x, double min_val = -1, double max_val = 1, bool inplace = false) { }
                public static TorchSharp.torch.Tensor kl_div(TorchSharp.torch.Tensor input, TorchSharp.torch.Tensor target, bool log_target = true, TorchSharp.torch.nn.Reduction reduction = 1) { }
                public static TorchSharp.torch.Tensor l1_loss(TorchSharp.torch.Tensor input, TorchSharp.torch.Tensor target, TorchSharp.torch.nn.Reduction reduction = 1) { }
                public static TorchSharp.torch.Tensor layer_norm(TorchSharp.torch.Tensor input, long[] normalized_shape, TorchSharp.torch.Tensor? weight = null, TorchSharp.torch.Tensor? bias = null, double eps = 1E-05) { }
                public static TorchSharp.torch.Tensor leaky_relu(TorchSharp.torch.Tensor input, double negative_slope = 0.01, bool inplace = false) { }
                public static TorchSharp.torch.Tensor linear(TorchSharp.torch.Tensor input, TorchSharp.torch.Tensor weights, TorchSharp.torch.Tensor? bias = null) { }
                public static TorchSharp.torch.Tensor log_softmax(TorchSharp.torch.Tensor x, long dim) { }
                public static TorchSharp.torch.Tensor max_pool1d(TorchSharp.torch.Tensor input, long kernel_size, long? stride = default, long? padding = default, long? dilation = default, bool ceil_mode = false) { }
                [return: System.Runtime.CompilerServices.TupleElementNames(new string[] {
                        "Values",
                        "Indices"})]
                public static System.ValueTuple<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor> max_pool1d_with_indices(TorchSharp.torch.Tensor input, long kernel_size, long? stride = default, long? padding = default, long? dilation = default, bool ceil_mode = false) { }
                public static TorchSharp.torch.Tensor max_pool2d(TorchSharp.torch.Tensor input, System.ValueTuple<long, long> kernel_size, System.ValueTuple<long, long>? stride = default, System.ValueTuple<long, long>? padding = default, System.ValueTuple<long, long>? dilation = default, bool ceil_mode = false) { }
                public static TorchSharp.torch.Tensor max_pool2d(TorchSharp.torch.Tensor input, long kernel_size, long? stride = default, long? padding = default, long? dilation = default, bool ceil_mode = false) { }
                public static TorchSharp.torch.Tensor max_pool2d(TorchSharp.torch.Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) { }
                [return: System.Runtime.CompilerServices.TupleElementNames(new string?[]?[] {
                        "Values",
                        "Indices"})]
                public static System.ValueTuple<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor> max_pool2d_with_indices(TorchSharp.torch.Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) { }
                public static TorchSharp.torch.Tensor mish(TorchSharp.torch.Tensor x, bool inplace = false) { }
                public static TorchSharp.torch.Tensor mse_loss(TorchSharp.torch.Tensor input, TorchSharp.torch.Tensor target, TorchSharp.torch.nn.Reduction reduction = 1) { }
                public static TorchSharp.torch.Tensor nll_loss(TorchSharp.torch.Tensor input, TorchSharp.torch.Tensor target, TorchSharp.torch.Tensor? weight = null, TorchSharp.torch.nn.Reduction reduction = 1) { }
                public static TorchSharp.torch.Tensor normalize(TorchSharp.torch.Tensor input, double p = 2, long dim = 1, double eps = 1E-12) { }
                public static TorchSharp.torch.Tensor one_hot(TorchSharp.torch.Tensor x, long num_classes = -1) { }
                public static TorchSharp.torch.Tensor pad(TorchSharp.torch.Tensor input, System.ReadOnlySpan<long> pad, TorchSharp.PaddingModes mode = 4, double value = 0) { }
                public static TorchSharp.torch.Tensor pad(TorchSharp.torch.Tensor input, System.ValueTuple<long, long> pad, TorchSharp.PaddingModes mode = 4, double value = 0) { }
                public static TorchSharp.torch.Tensor pad(TorchSharp.torch.Tensor input, System.ValueTuple<long, long, long, long> pad, TorchSharp.PaddingModes mode = 4, double value = 0) { }
                public static TorchSharp.torch.Tensor pad(TorchSharp.torch.Tensor input, long[] pad, TorchSharp.PaddingModes mode = 4, double value = 0) { }
                public static TorchSharp.torch.Tensor pad(TorchSharp.torch.Tensor input, long pad, TorchSharp.PaddingModes mode = 4, double value = 0) { }
                public static TorchSharp.torch.Tensor prelu(TorchSharp.torch.Tensor input, TorchSharp.torch.Tensor weight) { }
                public static TorchSharp.torch.Tensor relu(TorchSharp.torch.Tensor x, bool inplace = false) { }
                public static TorchSharp.torch.Tensor relu6(TorchSharp.torch.Tensor x, bool inplace = false) { }
                public static TorchSharp.torch.Tensor scaled_dot_product_attention(TorchSharp.torch.Tensor query, TorchSharp.torch.Tensor key, TorchSharp.torch.Tensor value, TorchSharp.torch.Tensor? attn_mask = null, double p = 0, bool is_casual = false) { }
                public static TorchSharp.torch.Tensor sigmoid(TorchSharp.torch.Tensor x) { }
                public static TorchSharp.torch.Tensor sigmoid(TorchSharp.torch.Tensor x, bool inplace) { }
                public static TorchSharp.torch.Tensor silu(TorchSharp.torch.Tensor x, bool inplace = false) { }
                public static TorchSharp.torch.Tensor smooth_l1_loss(TorchSharp.torch.Tensor input, TorchSharp.torch.Tensor target, TorchSharp.torch.nn.Reduction reduction = 1, double beta = 1) { }
                public static TorchSharp.torch.Tensor softmax(TorchSharp.torch.Tensor input, long dim, TorchSharp.torch.ScalarType? dtype = default) { }
                public static TorchSharp.torch.Tensor softplus(TorchSharp.torch.Tensor x, double beta = 1, double threshold = 20) { }
                public static TorchSharp.torch.Tensor tanh(TorchSharp.torch.Tensor x, bool inplace = false) { }
            }
            public static class init
            {
                [return: System.Runtime.CompilerServices.TupleElementNames(new string[] {
                        "fanIn",
                        "fanOut"})]
                public static System.ValueTuple<long, long> CalculateFanInAndFanOut(TorchSharp.torch.Tensor tensor) { }
                public static double calculate_gain(TorchSharp.torch.nn.init.NonlinearityType nonlinearity, double param = 0) { }
                public static TorchSharp.torch.Tensor constant_(TorchSharp.torch.Tensor tensor, TorchSharp.Scalar val) { }
                public static TorchSharp.torch.Tensor dirac_(TorchSharp.torch.Tensor tensor) { }
                public static TorchSharp.torch.Tensor eye_(TorchSharp.torch.Tensor tensor) { }
                public static TorchSharp.torch.Tensor glorot_normal_(TorchSharp.torch.Tensor tensor, double gain = 1) { }
                public static TorchSharp.torch.Tensor glorot_uniform_(TorchSharp.torch.Tensor tensor, double gain = 1) { }
                public static TorchSharp.torch.Tensor kaiming_normal_(TorchSharp.torch.Tensor tensor, double a = 0, TorchSharp.torch.nn.init.FanInOut mode = 0, TorchSharp.torch.nn.init.NonlinearityType nonlinearity = 10) { }
                public static TorchSharp.torch.Tensor kaiming_uniform_(TorchSharp.torch.Tensor tensor, double a = 0, TorchSharp.torch.nn.init.FanInOut mode = 0, TorchSharp.torch.nn.init.NonlinearityType nonlinearity = 10) { }
                public static TorchSharp.torch.Tensor normal_(TorchSharp.torch.Tensor tensor, double mean = 0, double std = 1, TorchSharp.torch.Generator? generator = null) { }
                public static TorchSharp.torch.Tensor ones_(TorchSharp.torch.Tensor tensor) { }
                public static TorchSharp.torch.Tensor orthogonal_(TorchSharp.torch.Tensor tensor, double gain = 1) { }
                public static TorchSharp.torch.Tensor sparse_(TorchSharp.torch.Tensor tensor, double sparsity, double std = 0.01) { }
                public static TorchSharp.torch.Tensor trunc_normal_(TorchSharp.torch.Tensor tensor, double mean = 0, double std = 1, double a = -2, double b = 2, TorchSharp.torch.Generator? generator = null) { }
                public static TorchSharp.torch.Tensor uniform_(TorchSharp.torch.Tensor tensor, double low = 0, double high = 1, TorchSharp.torch.Generator? generator = null) { }
                public static TorchSharp.torch.Tensor xavier_normal_(TorchSharp.torch.Tensor tensor, double gain = 1) { }
                public static TorchSharp.torch.Tensor xavier_uniform_(TorchSharp.torch.Tensor tensor, double gain = 1) { }
                public static TorchSharp.torch.Tensor zeros_(TorchSharp.torch.Tensor tensor) { }
                public enum FanInOut
                {
                    FanIn = 0,
                    FanOut = 1,
                }
                public enum NonlinearityType
                {
                    Linear = 0,
                    Conv1D = 1,
                    Conv2D = 2,
                    Conv3D = 3,
                    ConvTranspose1D = 4,
                    ConvTranspose2D = 5,
                    ConvTranspose3D = 6,
                    Sigmoid = 7,
                    Tanh = 8,
                    ReLU = 9,
                    LeakyReLU = 10,
                }
            }
            public static class utils
            {
                public static double clip_grad_norm_(System.Collections.Generic.IEnumerable<TorchSharp.Modules.Parameter> tensors, double max_norm, double norm_type = 2) { }
                public static void clip_grad_value_(System.Collections.Generic.IEnumerable<TorchSharp.Modules.Parameter> tensors, double clip_value) { }
                public static TorchSharp.torch.Tensor parameters_to_vector(System.Collections.Generic.IEnumerable<TorchSharp.Modules.Parameter> tensors) { }
                public static void vector_to_parameters(TorchSharp.torch.Tensor vec, System.Collections.Generic.IEnumerable<TorchSharp.Modules.Parameter> tensors) { }
            }
        }
        public static class optim
        {
            public static TorchSharp.Modules.Adam Adam([System.Runtime.CompilerServices.TupleElementNames(new string[] {
                    "name",
                    "parameter"})] System.Collections.Generic.IEnumerable<System.ValueTuple<string, TorchSharp.Modules.Parameter>> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999, double eps = 1E-08, double weight_decay = 0, bool amsgrad = false, bool maximize = false) { }
            public static TorchSharp.Modules.Adam Adam(System.Collections.Generic.IEnumerable<TorchSharp.Modules.Adam.ParamGroup> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999, double eps = 1E-08, double weight_decay = 0, bool amsgrad = false, bool maximize = false) { }
            public static TorchSharp.Modules.Adam Adam(System.Collections.Generic.IEnumerable<TorchSharp.Modules.Parameter> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999, double eps = 1E-08, double weight_decay = 0, bool amsgrad = false, bool maximize = false) { }
            public static TorchSharp.Modules.AdamW AdamW([System.Runtime.CompilerServices.TupleElementNames(new string[] {
                    "name",
                    "parameter"})] System.Collections.Generic.IEnumerable<System.ValueTuple<string, TorchSharp.Modules.Parameter>> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999, double eps = 1E-08, double weight_decay = 0, bool amsgrad = false, bool maximize = false) { }
            public static TorchSharp.Modules.AdamW AdamW(System.Collections.Generic.IEnumerable<TorchSharp.Modules.AdamW.ParamGroup> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999, double eps = 1E-08, double weight_decay = 0, bool amsgrad = false, bool maximize = false) { }
            public static TorchSharp.Modules.AdamW AdamW(System.Collections.Generic.IEnumerable<TorchSharp.Modules.Parameter> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999, double eps = 1E-08, double weight_decay = 0, bool amsgrad = false, bool maximize = false) { }
            public static TorchSharp.Modules.RMSProp RMSProp([System.Runtime.CompilerServices.TupleElementNames(new string[] {
                    "name",
                    "parameter"})] System.Collections.Generic.IEnumerable<System.ValueTuple<string, TorchSharp.Modules.Parameter>> parameters, double lr = 0.01, double alpha = 0.99, double eps = 1E-08, double weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false) { }
            public static TorchSharp.Modules.RMSProp RMSProp(System.Collections.Generic.IEnumerable<TorchSharp.Modules.Parameter> parameters, double lr = 0.01, double alpha = 0.99, double eps = 1E-08, double weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false) { }
            public static TorchSharp.Modules.RMSProp RMSProp(System.Collections.Generic.IEnumerable<TorchSharp.Modules.RMSProp.ParamGroup> parameters, double lr = 0.01, double alpha = 0.99, double eps = 1E-08, double weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false) { }
            public static TorchSharp.Modules.SGD SGD([System.Runtime.CompilerServices.TupleElementNames(new string[] {
                    "name",
                    "parameter"})] System.Collections.Generic.IEnumerable<System.ValueTuple<string, TorchSharp.Modules.Parameter>> parameters, double learningRate, double momentum = 0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false) { }
            public static TorchSharp.Modules.SGD SGD(System.Collections.Generic.IEnumerable<TorchSharp.Modules.Parameter> parameters, double learningRate, double momentum = 0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false) { }
            public static TorchSharp.Modules.SGD SGD(System.Collections.Generic.IEnumerable<TorchSharp.Modules.SGD.ParamGroup> parameters, double learningRate, double momentum = 0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false) { }
            public interface IBetas
            {
                System.ValueTuple<double, double> Betas { get; set; }
            }
            public interface ILearningRateController
            {
                double InitialLearningRate { get; set; }
                double LearningRate { get; set; }
            }
            public interface IMomentum
            {
                double Momentum { get; set; }
            }
            public abstract class Optimizer : System.IDisposable
            {
                protected System.Collections.Generic.IList<TorchSharp.Modules.ParamGroup> _parameter_groups;
                public virtual System.Collections.Generic.IEnumerable<TorchSharp.torch.optim.ILearningRateController> ParamGroups { get; }
                public void Dispose() { }
                protected virtual void Dispose(bool disposing) { }
                public abstract void add_param_group(TorchSharp.Modules.ParamGroup param_group);
                public virtual System.Collections.Generic.IEnumerable<TorchSharp.Modules.Parameter> parameters() { }
                public abstract TorchSharp.torch.Tensor? step(System.Func<TorchSharp.torch.Tensor>? closure = null);
                public virtual void zero_grad() { }
            }
            public static class lr_scheduler
            {
                public static TorchSharp.torch.optim.lr_scheduler.LRScheduler CosineAnnealingLR(TorchSharp.torch.optim.Optimizer optimizer, double T_max, double eta_min = 0, int last_epoch = -1, bool verbose = false) { }
                public static TorchSharp.torch.optim.lr_scheduler.LRScheduler ExponentialLR(TorchSharp.torch.optim.Optimizer optimizer, double gamma = 0.1, int last_epoch = -1, bool verbose = false) { }
                public static TorchSharp.torch.optim.lr_scheduler.LRScheduler LambdaLR(TorchSharp.torch.optim.Optimizer optimizer, System.Func<int, double> lr_lambda, int last_epoch = -1, bool verbose = false) { }
                public static TorchSharp.torch.optim.lr_scheduler.LRScheduler LinearLR(TorchSharp.torch.optim.Optimizer optimizer, double start_factor = 0.3333333333333333, double end_factor = 1, int total_iters = 5, int last_epoch = -1, bool verbose = false) { }
                public static TorchSharp.torch.optim.lr_scheduler.LRScheduler MultiStepLR(TorchSharp.torch.optim.Optimizer optimizer, System.Collections.Generic.IList<int> milestones, double gamma = 0.1, int last_epoch = -1, bool verbose = false) { }
                public static TorchSharp.torch.optim.lr_scheduler.LRScheduler OneCycleLR(TorchSharp.torch.optim.Optimizer optimizer, System.Collections.Generic.IEnumerable<double> max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1, double pct_start = 0.3, TorchSharp.torch.optim.lr_scheduler.impl.OneCycleLR.AnnealStrategy anneal_strategy = 0, bool cycle_momentum = true, System.Collections.Generic.IEnumerable<double>? base_momentum = null, System.Collections.Generic.IEnumerable<double>? max_momentum = null, double div_factor = 25, double final_div_factor = 10000, bool three_phase = false, int last_epoch = -1, bool verbose = false) { }
                public static TorchSharp.torch.optim.lr_scheduler.LRScheduler OneCycleLR(TorchSharp.torch.optim.Optimizer optimizer, double max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1, double pct_start = 0.3, TorchSharp.torch.optim.lr_scheduler.impl.OneCycleLR.AnnealStrategy anneal_strategy = 0, bool cycle_momentum = true, double base_momentum = 0.85, double max_momentum = 0.95, double div_factor = 25, double final_div_factor = 10000, bool three_phase = false, int last_epoch = -1, bool verbose = false) { }
                public static TorchSharp.torch.optim.lr_scheduler.LRScheduler ReduceLROnPlateau(TorchSharp.torch.optim.Optimizer optimizer, string mode = "min", double factor = 0.1, int patience = 10, double threshold = 0.0001, string threshold_mode = "rel", int cooldown = 0, System.Collections.Generic.IList<double>? min_lr = null, double eps = 1E-08, bool verbose = false) { }
                public static TorchSharp.torch.optim.lr_scheduler.LRScheduler StepLR(TorchSharp.torch.optim.Optimizer optimizer, int step_size, double gamma = 0.1, int last_epoch = -1, bool verbose = false) { }
                public abstract class LRScheduler
                {
                    protected LRScheduler(TorchSharp.torch.optim.Optimizer optimizer, int last_epoch = -1, bool verbose = false) { }
                    protected virtual System.Collections.Generic.IEnumerable<double> get_closed_form_lr() { }
                    public System.Collections.Generic.IEnumerable<double> get_last_lr() { }
                    protected virtual System.Collections.Generic.IEnumerable<double> get_lr() { }
                    public virtual void step() { }
                    public virtual void step(int? epoch) { }
                    public virtual void step(double current, int? epoch = default) { }
                }
                public static class impl
                {
                    public class CosineAnnealingLR : TorchSharp.torch.optim.lr_scheduler.LRScheduler
                    {
                        public CosineAnnealingLR(TorchSharp.torch.optim.Optimizer optimizer, double T_max, double eta_min = 0, int last_epoch = -1, bool verbose = false) { }
                        protected override System.Collections.Generic.IEnumerable<double> get_closed_form_lr() { }
                        protected override System.Collections.Generic.IEnumerable<double> get_lr() { }
                    }
                    public class ExponentialLR : TorchSharp.torch.optim.lr_scheduler.LRScheduler
                    {
                        public ExponentialLR(TorchSharp.torch.optim.Optimizer optimizer, double gamma = 0.1, int last_epoch = -1, bool verbose = false) { }
                        protected override System.Collections.Generic.IEnumerable<double> get_closed_form_lr() { }
                        protected override System.Collections.Generic.IEnumerable<double> get_lr() { }
                    }
                    public class LambdaLR : TorchSharp.torch.optim.lr_scheduler.LRScheduler
                    {
                        public LambdaLR(TorchSharp.torch.optim.Optimizer optimizer, System.Func<int, double> lr_lambda, int last_epoch = -1, bool verbose = false) { }
                        protected override System.Collections.Generic.IEnumerable<double> get_lr() { }
                    }
                    public class LinearLR : TorchSharp.torch.optim.lr_scheduler.LRScheduler
                    {
                        public LinearLR(TorchSharp.torch.optim.Optimizer optimizer, double start_factor = 0.3333333333333333, double end_factor = 1, int total_iters = 5, int last_epoch = -1, bool verbose = false) { }
                        protected override System.Collections.Generic.IEnumerable<double> get_closed_form_lr() { }
                        protected override System.Collections.Generic.IEnumerable<double> get_lr() { }
                    }
                    public class MultiStepLR : TorchSharp.torch.optim.lr_scheduler.LRScheduler
                    {
                        public MultiStepLR(TorchSharp.torch.optim.Optimizer optimizer, System.Collections.Generic.IList<int> milestones, double gamma = 0.1, int last_epoch = -1, bool verbose = false) { }
                        protected override System.Collections.Generic.IEnumerable<double> get_closed_form_lr() { }
                        protected override System.Collections.Generic.IEnumerable<double> get_lr() { }
                    }
                    public class OneCycleLR : TorchSharp.torch.optim.lr_scheduler.LRScheduler
                    {
                        public OneCycleLR(TorchSharp.torch.optim.Optimizer optimizer, System.Collections.Generic.IEnumerable<double> max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1, double pct_start = 0.3, TorchSharp.torch.optim.lr_scheduler.impl.OneCycleLR.AnnealStrategy anneal_strategy = 0, bool cycle_momentum = true, System.Collections.Generic.IEnumerable<double>? base_momentum = null, System.Collections.Generic.IEnumerable<double>? max_momentum = null, double div_factor = 25, double final_div_factor = 10000, bool three_phase = false, int last_epoch = -1, bool verbose = false) { }
                        public OneCycleLR(TorchSharp.torch.optim.Optimizer optimizer, double max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1, double pct_start = 0.3, TorchSharp.torch.optim.lr_scheduler.impl.OneCycleLR.AnnealStrategy anneal_strategy = 0, bool cycle_momentum = true, double base_momentum = 0.85, double max_momentum = 0.95, double div_factor = 25, double final_div_factor = 10000, bool three_phase = false, int last_epoch = -1, bool verbose = false) { }
                        protected override System.Collections.Generic.IEnumerable<double> get_lr() { }
                        public enum AnnealStrategy
                        {
                            Cos = 0,
                            Linear = 1,
                        }
                    }
                    public class ReduceLROnPlateau : TorchSharp.torch.optim.lr_scheduler.LRScheduler
                    {
                        public ReduceLROnPlateau(TorchSharp.torch.optim.Optimizer optimizer, string mode = "min", double factor = 0.1, int patience = 10, double threshold = 0.0001, string threshold_mode = "rel", int cooldown = 0, System.Collections.Generic.IList<double>? min_lr = null, double eps = 1E-08, bool verbose = false) { }
                        public override void step() { }
                        public override void step(int? epoch) { }
                        public override void step(double current, int? epoch = default) { }
                    }
                    public class StepLR : TorchSharp.torch.optim.lr_scheduler.LRScheduler
                    {
                        public StepLR(TorchSharp.torch.optim.Optimizer optimizer, int step_size, double gamma = 0.1, int last_epoch = -1, bool verbose = false) { }
                        protected override System.Collections.Generic.IEnumerable<double> get_closed_form_lr() { }
                        protected override System.Collections.Generic.IEnumerable<double> get_lr() { }
                    }
                }
            }
        }
        public static class random
        {
            public static TorchSharp.torch.Tensor get_rng_state() { }
            public static long initial_seed() { }
            public static TorchSharp.torch.Generator manual_seed(long seed) { }
            public static long seed() { }
            public static void set_rng_state(TorchSharp.torch.Tensor new_state) { }
        }
        public static class utils
        {
            public static class data
            {
                public abstract class Dataset : TorchSharp.torch.utils.data.Dataset<System.Collections.Generic.Dictionary<string, TorchSharp.torch.Tensor>>
                {
                    protected Dataset() { }
                }
                public abstract class Dataset<T> : System.IDisposable
                {
                    protected Dataset() { }
                    public abstract long Count { get; }
                    public void Dispose() { }
                    protected virtual void Dispose(bool disposing) { }
                    public abstract T GetTensor(long index);
                }
            }
        }
    }
}
namespace TorchSharp.Modules
{
    public class Adam : TorchSharp.Modules.OptimizerHelper, TorchSharp.torch.optim.IBetas
    {
        public Adam(System.Collections.Generic.IEnumerable<TorchSharp.Modules.Adam.ParamGroup> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999, double eps = 1E-08, double weight_decay = 0, bool amsgrad = false, bool maximize = false) { }
        public Adam(System.Collections.Generic.IEnumerable<TorchSharp.Modules.Parameter> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999, double eps = 1E-08, double weight_decay = 0, bool amsgrad = false, bool maximize = false) { }
        public System.ValueTuple<double, double> Betas { get; set; }
        public class Options : TorchSharp.Modules.OptimizerOptions
        {
            public bool? amsgrad;
            public double? beta1;
            public double? beta2;
            public double? eps;
            public bool? maximize;
            public double? weight_decay;
            public Options() { }
        }
        public class ParamGroup : TorchSharp.Modules.ParamGroup<TorchSharp.Modules.Adam.Options>, TorchSharp.torch.optim.IBetas
        {
            public ParamGroup() { }
            public ParamGroup(System.Collections.Generic.IEnumerable<TorchSharp.Modules.Parameter> parameters, TorchSharp.Modules.Adam.Options options) { }
            public ParamGroup(System.Collections.Generic.IEnumerable<TorchSharp.Modules.Parameter> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999, double eps = 1E-08, double weight_decay = 0, bool amsgrad = false, bool maximize = false) { }
            public System.ValueTuple<double, double> Betas { get; set; }
        }
    }
    public class AdamW : TorchSharp.Modules.OptimizerHelper, TorchSharp.torch.optim.IBetas
    {
        public AdamW(System.Collections.Generic.IEnumerable<TorchSharp.Modules.AdamW.ParamGroup> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999, double eps = 1E-08, double weight_decay = 0, bool amsgrad = false, bool maximize = false) { }
        public AdamW(System.Collections.Generic.IEnumerable<TorchSharp.Modules.Parameter> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999, double eps = 1E-08, double weight_decay = 0, bool amsgrad = false, bool maximize = false) { }
        public System.ValueTuple<double, double> Betas { get; set; }
        public class Options : TorchSharp.Modules.OptimizerOptions
        {
            public bool? amsgrad;
            public double? beta1;
            public double? beta2;
            public double? eps;
            public bool? maximize;
            public double? weight_decay;
            public Options() { }
        }
        public class ParamGroup : TorchSharp.Modules.ParamGroup<TorchSharp.Modules.AdamW.Options>, TorchSharp.torch.optim.IBetas
        {
            public ParamGroup() { }
            public ParamGroup(System.Collections.Generic.IEnumerable<TorchSharp.Modules.Parameter> parameters, TorchSharp.Modules.AdamW.Options options) { }
            public ParamGroup(System.Collections.Generic.IEnumerable<TorchSharp.Modules.Parameter> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999, double eps = 1E-08, double weight_decay = 0, bool amsgrad = false, bool maximize = false) { }
            public System.ValueTuple<double, double> Betas { get; set; }
        }
    }
    public sealed class AdaptiveAvgPool1d : TorchSharp.Modules.ParameterLessModule<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>
    {
        public long output_size { get; set; }
        public override TorchSharp.torch.Tensor forward(TorchSharp.torch.Tensor input) { }
    }
    public sealed class AdaptiveAvgPool2d : TorchSharp.Modules.ParameterLessModule<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>
    {
        public long[] output_size { get; set; }
        public override TorchSharp.torch.Tensor forward(TorchSharp.torch.Tensor input) { }
    }
    public sealed class AdaptiveMaxPool2d : TorchSharp.Modules.ParameterLessModule<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>
    {
        public long[] output_size { get; set; }
        public override TorchSharp.torch.Tensor forward(TorchSharp.torch.Tensor input) { }
        [return: System.Runtime.CompilerServices.TupleElementNames(new string[] {
                "Values",
                "Indices"})]
        public System.ValueTuple<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor> forward_with_indices(TorchSharp.torch.Tensor input) { }
    }
    public sealed class AvgPool1d : TorchSharp.Modules.ParameterLessModule<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>
    {
        public bool ceil_mode { get; set; }
        public bool count_include_pad { get; set; }
        public long kernel_size { get; set; }
        public long? padding { get; set; }
        public long? stride { get; set; }
        public override TorchSharp.torch.Tensor forward(TorchSharp.torch.Tensor input) { }
    }
    public sealed class AvgPool2d : TorchSharp.Modules.ParameterLessModule<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>
    {
        public bool ceil_mode { get; set; }
        public bool count_include_pad { get; set; }
        public long? divisor_override { get; set; }
        public long[] kernel_size { get; set; }
        public long[] padding { get; set; }
        public long[] stride { get; set; }
        public override TorchSharp.torch.Tensor forward(TorchSharp.torch.Tensor input) { }
    }
    public sealed class BCELoss : TorchSharp.WeightedLoss<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>
    {
        public BCELoss(TorchSharp.torch.Tensor? weight = null, TorchSharp.torch.nn.Reduction reduction = 1) { }
        public override TorchSharp.torch.Tensor forward(TorchSharp.torch.Tensor input, TorchSharp.torch.Tensor target) { }
    }
    public sealed class BCEWithLogitsLoss : TorchSharp.WeightedLoss<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>
    {
        public BCEWithLogitsLoss(TorchSharp.torch.Tensor? weight = null, TorchSharp.torch.nn.Reduction reduction = 1, TorchSharp.torch.Tensor? pos_weights = null) { }
        public TorchSharp.torch.Tensor? pos_weights { get; }
        public override TorchSharp.torch.Tensor forward(TorchSharp.torch.Tensor input, TorchSharp.torch.Tensor target) { }
    }
    public abstract class BatchNorm : TorchSharp.Modules.NormBase
    {
        public BatchNorm(long num_features, double eps, double momentum, bool affine, bool track_running_stats, TorchSharp.torch.Device? device, TorchSharp.torch.ScalarType? dtype, string name) { }
        public override TorchSharp.torch.Tensor forward(TorchSharp.torch.Tensor input) { }
    }
    public sealed class BatchNorm1d : TorchSharp.Modules.BatchNorm
    {
        protected override void ValidateInputDimensions(TorchSharp.torch.Tensor input) { }
    }
    public sealed class BatchNorm2d : TorchSharp.Modules.BatchNorm
    {
        protected override void ValidateInputDimensions(TorchSharp.torch.Tensor input) { }
    }
    public sealed class Conv1d : TorchSharp.Modules.Convolution
    {
        public override TorchSharp.torch.Tensor forward(TorchSharp.torch.Tensor input) { }
    }
    public sealed class Conv2d : TorchSharp.Modules.Convolution
    {
        public override TorchSharp.torch.Tensor forward(TorchSharp.torch.Tensor input) { }
    }
    public abstract class Convolution : TorchSharp.torch.nn.Module<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>
    {
        protected TorchSharp.Modules.Parameter? _bias;
        protected long[] _reversed_padding_repeated_twice;
        protected TorchSharp.Modules.Parameter? _weight;
        public TorchSharp.Modules.Parameter? bias { get; set; }
        public long[] dilation { get; set; }
        public long groups { get; set; }
        public long in_channels { get; }
        public long[] kernel_size { get; set; }
        public long out_channels { get; }
        public long[] output_padding { get; set; }
        public long[]? padding { get; }
        public TorchSharp.PaddingModes padding_mode { get; set; }
        public TorchSharp.Padding? padding_type { get; }
        public long[] stride { get; set; }
        public bool transposed { get; }
        public TorchSharp.Modules.Parameter weight { get; set; }
        protected override void RegisterComponents() { }
        public void SetPadding(TorchSharp.Padding padding) { }
        public void SetPadding(long[] padding) { }
        protected bool ValidateShape(TorchSharp.torch.Tensor input, long dimensions) { }
        public void reset_parameters() { }
    }
    public sealed class CrossEntropyLoss : TorchSharp.WeightedLoss<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>
    {
        public CrossEntropyLoss(TorchSharp.torch.Tensor? weight = null, long? ignore_index = default, TorchSharp.torch.nn.Reduction reduction = 1) { }
        public long? ignore_index { get; }
        public override TorchSharp.torch.Tensor forward(TorchSharp.torch.Tensor input, TorchSharp.torch.Tensor target) { }
    }
    public class DataLoader : TorchSharp.Modules.DataLoader<System.Collections.Generic.Dictionary<string, TorchSharp.torch.Tensor>, System.Collections.Generic.Dictionary<string, TorchSharp.torch.Tensor>>
    {
        public DataLoader(TorchSharp.torch.utils.data.Dataset dataset, int batchSize, System.Collections.Generic.IEnumerable<long> shuffler, TorchSharp.torch.Device? device = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true) { }
        public DataLoader(TorchSharp.torch.utils.data.Dataset dataset, int batchSize, bool shuffle = false, TorchSharp.torch.Device? device = null, int? seed = default, int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true) { }
    }
    public class DataLoader<T, S> : System.Collections.Generic.IEnumerable<S>, System.Collections.IEnumerable, System.IDisposable
    {
        public DataLoader(TorchSharp.torch.utils.data.Dataset<T> dataset, int batchSize, System.Func<System.Collections.Generic.IEnumerable<T>, TorchSharp.torch.Device, S> collate_fn, System.Collections.Generic.IEnumerable<long> shuffler, TorchSharp.torch.Device? device = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true) { }
        public DataLoader(TorchSharp.torch.utils.data.Dataset<T> dataset, int batchSize, System.Func<System.Collections.Generic.IEnumerable<T>, TorchSharp.torch.Device, S> collate_fn, bool shuffle = false, TorchSharp.torch.Device? device = null, int? seed = default, int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true) { }
        public long Count { get; }
        public TorchSharp.torch.Device Device { get; }
        public bool DisposeBatch { get; }
        public bool DisposeDataset { get; }
        public int batch_size { get; }
        public System.Func<System.Collections.Generic.IEnumerable<T>, TorchSharp.torch.Device, S> collate_fn { get; }
        public TorchSharp.torch.utils.data.Dataset<T> dataset { get; }
        public bool drop_last { get; }
        public int num_workers { get; }
        public System.Collections.Generic.IEnumerable<long> sampler { get; }
        public void Dispose() { }
        protected virtual void Dispose(bool disposing) { }
        public System.Collections.Generic.IEnumerator<S> GetEnumerator() { }
    }
    public sealed class Dropout : TorchSharp.Modules.ParameterLessModule<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>
    {
        public bool inplace { get; set; }
        public double p { get; set; }
        public override TorchSharp.torch.Tensor forward(TorchSharp.torch.Tensor tensor) { }
    }
    public sealed class Dropout1d : TorchSharp.Modules.ParameterLessModule<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>
    {
        public bool inplace { get; set; }
        public double p { get; set; }
        public override TorchSharp.torch.Tensor forward(TorchSharp.torch.Tensor tensor) { }
    }
    public sealed class Dropout2d : TorchSharp.Modules.ParameterLessModule<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>
    {
        public bool inplace { get; set; }
        public double p { get; set; }
        public override TorchSharp.torch.Tensor forward(TorchSharp.torch.Tensor tensor) { }
    }
    public sealed class ELU : TorchSharp.Modules.ParameterLessModule<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>
    {
        public double alpha { get; set; }
        public bool inplace { get; set; }
        public override TorchSharp.torch.Tensor forward(TorchSharp.torch.Tensor tensor) { }
    }
    public sealed class Embedding : TorchSharp.torch.nn.Module<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>
    {
        public TorchSharp.Modules.Parameter? weight { get; set; }
        protected override void RegisterComponents() { }
        public override TorchSharp.torch.Tensor forward(TorchSharp.torch.Tensor input) { }
    }
    public sealed class Flatten : TorchSharp.Modules.ParameterLessModule<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>
    {
        public long end_dim { get; set; }
        public long start_dim { get; set; }
        public override TorchSharp.torch.Tensor forward(TorchSharp.torch.Tensor input) { }
    }
    public sealed class GELU : TorchSharp.Modules.ParameterLessModule<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>
    {
        public bool inplace { get; set; }
        public override TorchSharp.torch.Tensor forward(TorchSharp.torch.Tensor tensor) { }
    }
    public sealed class GroupNorm : TorchSharp.torch.nn.Module<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>
    {
        public bool affine { get; set; }
        public TorchSharp.Modules.Parameter? bias { get; set; }
        public double eps { get; set; }
        public long num_groups { get; set; }
        public TorchSharp.Modules.Parameter weight { get; set; }
        protected override void RegisterComponents() { }
        public override TorchSharp.torch.Tensor forward(TorchSharp.torch.Tensor tensor) { }
    }
    public sealed class Hardsigmoid : TorchSharp.Modules.ParameterLessModule<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>
    {
        public bool inplace { get; set; }
        public override TorchSharp.torch.Tensor forward(TorchSharp.torch.Tensor tensor) { }
    }
    public sealed class Hardswish : TorchSharp.Modules.ParameterLessModule<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>
    {
        public bool inplace { get; set; }
        public override TorchSharp.torch.Tensor forward(TorchSharp.torch.Tensor tensor) { }
    }
    public sealed class Hardtanh : TorchSharp.Modules.ParameterLessModule<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>
    {
        public bool inplace { get; set; }
        public double max_val { get; set; }
        public double min_val { get; set; }
        public override TorchSharp.torch.Tensor forward(TorchSharp.torch.Tensor tensor) { }
    }
    public sealed class Identity : TorchSharp.Modules.ParameterLessModule<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>
    {
        public override TorchSharp.torch.Tensor forward(TorchSharp.torch.Tensor tensor) { }
    }
    public sealed class KLDivLoss : TorchSharp.Loss<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>
    {
        public KLDivLoss(bool log_target = true, TorchSharp.torch.nn.Reduction reduction = 1) { }
        public bool log_target { get; }
        public override TorchSharp.torch.Tensor forward(TorchSharp.torch.Tensor input, TorchSharp.torch.Tensor target) { }
    }
    public sealed class L1Loss : TorchSharp.Loss<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>
    {
        public L1Loss(TorchSharp.torch.nn.Reduction reduction = 1) { }
        public override TorchSharp.torch.Tensor forward(TorchSharp.torch.Tensor input, TorchSharp.torch.Tensor target) { }
    }
    public sealed class LayerNorm : TorchSharp.torch.nn.Module<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>
    {
        public TorchSharp.Modules.Parameter? bias { get; set; }
        public bool elementwise_affine { get; set; }
        public double eps { get; set; }
        public long[] normalized_shape { get; set; }
        public TorchSharp.Modules.Parameter weight { get; set; }
        protected override void RegisterComponents() { }
        public override TorchSharp.torch.Tensor forward(TorchSharp.torch.Tensor tensor) { }
        public void reset_parameters() { }
    }
    public sealed class LeakyReLU : TorchSharp.Modules.ParameterLessModule<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>
    {
        public bool inplace { get; set; }
        public double negative_slope { get; set; }
        public override TorchSharp.torch.Tensor forward(TorchSharp.torch.Tensor tensor) { }
    }
    public sealed class Linear : TorchSharp.torch.nn.Module<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>
    {
        public TorchSharp.Modules.Parameter? bias { get; set; }
        public long in_features { get; set; }
        public long out_features { get; set; }
        public TorchSharp.Modules.Parameter weight { get; set; }
        protected override void RegisterComponents() { }
        public override TorchSharp.torch.Tensor forward(TorchSharp.torch.Tensor tensor) { }
    }
    public sealed class LogSoftmax : TorchSharp.Modules.ParameterLessModule<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>
    {
        public long dim { get; set; }
        public override TorchSharp.torch.Tensor forward(TorchSharp.torch.Tensor tensor) { }
    }
    public sealed class MSELoss : TorchSharp.Loss<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>
    {
        public MSELoss(TorchSharp.torch.nn.Reduction reduction = 1) { }
        public override TorchSharp.torch.Tensor forward(TorchSharp.torch.Tensor input, TorchSharp.torch.Tensor target) { }
    }
    public sealed class MaxPool1d : TorchSharp.Modules.ParameterLessModule<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>
    {
        public bool ceil_mode { get; set; }
        public long? dilation { get; set; }
        public long kernel_size { get; set; }
        public long? padding { get; set; }
        public long? stride { get; set; }
        public override TorchSharp.torch.Tensor forward(TorchSharp.torch.Tensor input) { }
        [return: System.Runtime.CompilerServices.TupleElementNames(new string[] {
                "Values",
                "Indices"})]
        public System.ValueTuple<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor> forward_with_indices(TorchSharp.torch.Tensor input) { }
    }
    public sealed class MaxPool2d : TorchSharp.Modules.ParameterLessModule<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>
    {
        public bool ceil_mode { get; set; }
        public long[] dilation { get; set; }
        public long[] kernel_size { get; set; }
        public long[] padding { get; set; }
        public long[] stride { get; set; }
        public override TorchSharp.torch.Tensor forward(TorchSharp.torch.Tensor input) { }
        [return: System.Runtime.CompilerServices.TupleElementNames(new string[] {
                "Values",
                "Indices"})]
        public System.ValueTuple<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor> forward_with_indices(TorchSharp.torch.Tensor input) { }
    }
    public sealed class Mish : TorchSharp.Modules.ParameterLessModule<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>
    {
        public bool inplace { get; set; }
        public override TorchSharp.torch.Tensor forward(TorchSharp.torch.Tensor tensor) { }
    }
    public class ModuleDict<T> : TorchSharp.torch.nn.Module, System.Collections.Generic.ICollection<System.Collections.Generic.KeyValuePair<string, T>>, System.Collections.Generic.ICollection<System.ValueTuple<string, T>>, System.Collections.Generic.IDictionary<string, T>, System.Collections.Generic.IEnumerable<System.Collections.Generic.KeyValuePair<string, T>>, System.Collections.Generic.IEnumerable<System.ValueTuple<string, T>>, System.Collections.Generic.IList<System.ValueTuple<string, T>>, System.Collections.IEnumerable
        where T : TorchSharp.torch.nn.Module
    {
        public ModuleDict() { }
        public int Count { get; }
        public bool IsReadOnly { get; }
        public System.ValueTuple<string, T> this[int index] { get; set; }
        public T this[string key] { get; set; }
        public System.Collections.Generic.ICollection<string> Keys { get; }
        public System.Collections.Generic.ICollection<T> Values { get; }
        public void Add(System.Collections.Generic.KeyValuePair<string, T> item) { }
        public void Add(System.ValueTuple<string, T> item) { }
        public void Add(string key, T value) { }
        public void Clear() { }
        public bool Contains(System.Collections.Generic.KeyValuePair<string, T> item) { }
        public bool Contains(System.ValueTuple<string, T> item) { }
        public bool ContainsKey(string key) { }
        public void CopyTo(System.Collections.Generic.KeyValuePair<string, T>[] array, int arrayIndex) { }
        public void CopyTo(System.ValueTuple<string, T>[] array, int arrayIndex) { }
        public System.Collections.Generic.IEnumerator<System.ValueTuple<string, T>> GetEnumerator() { }
        public int IndexOf(System.ValueTuple<string, T> item) { }
        public void Insert(int index, System.ValueTuple<string, T> item) { }
        protected override void RegisterComponents() { }
        public bool Remove(System.Collections.Generic.KeyValuePair<string, T> item) { }
        public bool Remove(System.ValueTuple<string, T> item) { }
        public bool Remove(string key) { }
        public void RemoveAt(int index) { }
        public bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out T value) { }
        public void clear() { }
        public System.Collections.Generic.IEnumerator<System.ValueTuple<string, T>> items() { }
        public System.Collections.Generic.IEnumerable<string> keys() { }
        public System.Collections.Generic.IEnumerable<T> values() { }
    }
    public class ModuleList<T> : TorchSharp.torch.nn.Module, System.Collections.Generic.ICollection<T>, System.Collections.Generic.IEnumerable<T>, System.Collections.Generic.IList<T>, System.Collections.IEnumerable
        where T : TorchSharp.torch.nn.Module
    {
        public ModuleList(params T[] modules) { }
        public int Count { get; }
        public bool IsReadOnly { get; }
        public T this[int index] { get; set; }
        public void Add(T item) { }
        public void Clear() { }
        public bool Contains(T item) { }
        public void CopyTo(T[] array, int arrayIndex) { }
        public System.Collections.Generic.IEnumerator<T> GetEnumerator() { }
        public int IndexOf(T item) { }
        public void Insert(int index, T item) { }
        protected override void RegisterComponents() { }
        public bool Remove(T item) { }
        public void RemoveAt(int index) { }
        public void append(params T[] parameters) { }
        public void extend(System.Collections.Generic.IEnumerable<T> modules) { }
    }
    public sealed class NLLLoss : TorchSharp.WeightedLoss<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>
    {
        public NLLLoss(TorchSharp.torch.Tensor? weight = null, TorchSharp.torch.nn.Reduction reduction = 1) { }
        public override TorchSharp.torch.Tensor forward(TorchSharp.torch.Tensor input, TorchSharp.torch.Tensor target) { }
    }
    public abstract class NormBase : TorchSharp.torch.nn.Module<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>
    {
        public NormBase(long num_features, double eps, double? momentum, bool affine, bool track_running_stats, TorchSharp.torch.Device? device, TorchSharp.torch.ScalarType? dtype, string name) { }
        public bool affine { get; }
        public TorchSharp.Modules.Parameter? bias { get; set; }
        public double eps { get; set; }
        public double? momentum { get; set; }
        public TorchSharp.torch.Tensor? num_batches_tracked { get; set; }
        public long num_features { get; }
        public TorchSharp.torch.Tensor? running_mean { get; set; }
        public TorchSharp.torch.Tensor? running_var { get; set; }
        public bool track_running_stats { get; }
        public TorchSharp.Modules.Parameter weight { get; set; }
        protected override void RegisterComponents() { }
        protected abstract void ValidateInputDimensions(TorchSharp.torch.Tensor input);
        public void reset_parameters() { }
        public void reset_running_stats() { }
    }
    public abstract class OptimizerHelper : TorchSharp.torch.optim.Optimizer
    {
        protected override void Dispose(bool disposing) { }
        public override void add_param_group(TorchSharp.Modules.ParamGroup param_group) { }
        public override TorchSharp.torch.Tensor? step(System.Func<TorchSharp.torch.Tensor>? closure = null) { }
    }
    public class OptimizerOptions
    {
        public OptimizerOptions() { }
        public double InitialLearningRate { get; set; }
        public double? LearningRate { get; set; }
    }
    public sealed class PReLU : TorchSharp.torch.nn.Module<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>
    {
        public double init { get; }
        public long num_parameters { get; }
        public TorchSharp.Modules.Parameter weight { get; set; }
        protected override void RegisterComponents() { }
        public override TorchSharp.torch.Tensor forward(TorchSharp.torch.Tensor tensor) { }
    }
    public abstract class PadBase : TorchSharp.Modules.ParameterLessModule<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>
    {
        public long[] padding { get; set; }
        public double value { get; set; }
        public override TorchSharp.torch.Tensor forward(TorchSharp.torch.Tensor input) { }
    }
    public class ParamGroup : TorchSharp.torch.optim.ILearningRateController
    {
        public ParamGroup() { }
        public double InitialLearningRate { get; set; }
        public double LearningRate { get; set; }
        public TorchSharp.Modules.OptimizerOptions Options { get; set; }
        public System.Collections.Generic.IEnumerable<TorchSharp.Modules.Parameter> Parameters { get; set; }
    }
    public class ParamGroup<TOptions> : TorchSharp.Modules.ParamGroup
        where TOptions : TorchSharp.Modules.OptimizerOptions, new ()
    {
        public ParamGroup() { }
        public ParamGroup(System.Collections.Generic.IEnumerable<TorchSharp.Modules.Parameter> parameters, TOptions? options = default) { }
        public new TOptions Options { get; set; }
    }
    public class Parameter : TorchSharp.torch.Tensor
    {
        public Parameter(TorchSharp.torch.Tensor data, bool requires_grad = true) { }
    }
    public abstract class ParameterLessModule<T1, TResult> : TorchSharp.torch.nn.Module<T1, TResult>
    {
        protected ParameterLessModule(string name) { }
        protected override void RegisterComponents() { }
        public override void register_buffer(string name, TorchSharp.torch.Tensor tensor, bool persistent = true) { }
        public override void register_module(string name, TorchSharp.torch.nn.Module submodule) { }
        public override void register_parameter(string name, TorchSharp.Modules.Parameter param) { }
    }
    public class ParameterList : TorchSharp.torch.nn.Module, System.Collections.Generic.ICollection<TorchSharp.Modules.Parameter>, System.Collections.Generic.IEnumerable<TorchSharp.Modules.Parameter>, System.Collections.Generic.IList<TorchSharp.Modules.Parameter>, System.Collections.IEnumerable
    {
        public ParameterList(params TorchSharp.Modules.Parameter[] parameters) { }
        public int Count { get; }
        public bool IsReadOnly { get; }
        public TorchSharp.Modules.Parameter this[int index] { get; set; }
        public void Add(TorchSharp.Modules.Parameter item) { }
        public void Clear() { }
        public bool Contains(TorchSharp.Modules.Parameter item) { }
        public void CopyTo(TorchSharp.Modules.Parameter[] array, int arrayIndex) { }
        public System.Collections.Generic.IEnumerator<TorchSharp.Modules.Parameter> GetEnumerator() { }
        public int IndexOf(TorchSharp.Modules.Parameter item) { }
        public void Insert(int index, TorchSharp.Modules.Parameter item) { }
        protected override void RegisterComponents() { }
        public bool Remove(TorchSharp.Modules.Parameter item) { }
        public void RemoveAt(int index) { }
        public void append(params TorchSharp.Modules.Parameter[] parameters) { }
        public void extend(System.Collections.Generic.IEnumerable<TorchSharp.Modules.Parameter> parameters) { }
    }
    public class RMSProp : TorchSharp.Modules.OptimizerHelper, TorchSharp.torch.optim.IMomentum
    {
        public RMSProp(System.Collections.Generic.IEnumerable<TorchSharp.Modules.Parameter> parameters, double lr = 0.01, double alpha = 0.99, double eps = 1E-08, double weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false) { }
        public RMSProp(System.Collections.Generic.IEnumerable<TorchSharp.Modules.RMSProp.ParamGroup> parameters, double lr = 0.01, double alpha = 0.99, double eps = 1E-08, double weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false) { }
        public double Momentum { get; set; }
        public class Options : TorchSharp.Modules.OptimizerOptions
        {
            public double? alpha;
            public bool? centered;
            public double? eps;
            public bool? maximize;
            public double? momentum;
            public double? weight_decay;
            public Options() { }
        }
        public class ParamGroup : TorchSharp.Modules.ParamGroup<TorchSharp.Modules.RMSProp.Options>, TorchSharp.torch.optim.IMomentum
        {
            public ParamGroup() { }
            public ParamGroup(System.Collections.Generic.IEnumerable<TorchSharp.Modules.Parameter> parameters, TorchSharp.Modules.RMSProp.Options options) { }
            public ParamGroup(System.Collections.Generic.IEnumerable<TorchSharp.Modules.Parameter> parameters, double lr = 0.01, double alpha = 0.99, double eps = 1E-08, double weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false) { }
            public double Momentum { get; set; }
        }
    }
    public sealed class ReLU : TorchSharp.Modules.ParameterLessModule<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>
    {
        public bool inplace { get; set; }
        public override TorchSharp.torch.Tensor forward(TorchSharp.torch.Tensor tensor) { }
    }
    public sealed class ReLU6 : TorchSharp.Modules.ParameterLessModule<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>
    {
        public bool inplace { get; set; }
        public override TorchSharp.torch.Tensor forward(TorchSharp.torch.Tensor tensor) { }
    }
    public class SGD : TorchSharp.Modules.OptimizerHelper, TorchSharp.torch.optim.IMomentum
    {
        public SGD(System.Collections.Generic.IEnumerable<TorchSharp.Modules.Parameter> parameters, double lr, double momentum = 0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false) { }
        public SGD(System.Collections.Generic.IEnumerable<TorchSharp.Modules.SGD.ParamGroup> parameters, double lr, double momentum = 0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false) { }
        public double Momentum { get; set; }
        public class Options : TorchSharp.Modules.OptimizerOptions
        {
            public double? dampening;
            public bool? maximize;
            public double? momentum;
            public bool? nesterov;
            public double? weight_decay;
            public Options() { }
        }
        public class ParamGroup : TorchSharp.Modules.ParamGroup<TorchSharp.Modules.SGD.Options>, TorchSharp.torch.optim.IMomentum
        {
            public ParamGroup() { }
            public ParamGroup(System.Collections.Generic.IEnumerable<TorchSharp.Modules.Parameter> parameters, TorchSharp.Modules.SGD.Options options) { }
            public ParamGroup(System.Collections.Generic.IEnumerable<TorchSharp.Modules.Parameter> parameters, double lr = 0.001, double momentum = 0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false) { }
            public double Momentum { get; set; }
        }
    }
    public class Sequential : TorchSharp.torch.nn.Module<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>
    {
        protected Sequential([System.Runtime.CompilerServices.TupleElementNames(new string[] {
                "name",
                "submodule"})] params System.ValueTuple<string, TorchSharp.torch.nn.Module<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>>[] modules) { }
        protected Sequential(params TorchSharp.torch.nn.Module<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>[] modules) { }
        public int Count { get; }
        public TorchSharp.torch.nn.IModule<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor> this[int index] { get; }
        public TorchSharp.Modules.Sequential this[System.ValueTuple<int?, int?> index] { get; }
        public TorchSharp.Modules.Sequential this[System.Range index] { get; }
        protected override void Dispose(bool disposing) { }
        public TorchSharp.Modules.Sequential append(TorchSharp.torch.nn.IModule<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor> module) { }
        public TorchSharp.Modules.Sequential append(string name, TorchSharp.torch.nn.IModule<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor> module) { }
        public override TorchSharp.torch.Tensor forward(TorchSharp.torch.Tensor tensor) { }
        public override void train(bool on = true) { }
    }
    public sealed class SiLU : TorchSharp.Modules.ParameterLessModule<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>
    {
        public bool inplace { get; set; }
        public override TorchSharp.torch.Tensor forward(TorchSharp.torch.Tensor tensor) { }
    }
    public sealed class Sigmoid : TorchSharp.Modules.ParameterLessModule<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>
    {
        public bool inplace { get; set; }
        public override TorchSharp.torch.Tensor forward(TorchSharp.torch.Tensor tensor) { }
    }
    public sealed class SmoothL1Loss : TorchSharp.Loss<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>
    {
        public SmoothL1Loss(TorchSharp.torch.nn.Reduction reduction = 1, double beta = 1) { }
        public double beta { get; }
        public override TorchSharp.torch.Tensor forward(TorchSharp.torch.Tensor input, TorchSharp.torch.Tensor target) { }
    }
    public sealed class Softmax : TorchSharp.Modules.ParameterLessModule<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>
    {
        public long dim { get; set; }
        public override TorchSharp.torch.Tensor forward(TorchSharp.torch.Tensor tensor) { }
    }
    public sealed class Softplus : TorchSharp.Modules.ParameterLessModule<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>
    {
        public double beta { get; set; }
        public double threshold { get; set; }
        public override TorchSharp.torch.Tensor forward(TorchSharp.torch.Tensor tensor) { }
    }
    public sealed class Tanh : TorchSharp.Modules.ParameterLessModule<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>
    {
        public bool inplace { get; set; }
        public override TorchSharp.torch.Tensor forward(TorchSharp.torch.Tensor tensor) { }
    }
    public sealed class Unflatten : TorchSharp.Modules.ParameterLessModule<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>
    {
        public long dim { get; set; }
        public long[] unflattened_size { get; set; }
        public override TorchSharp.torch.Tensor forward(TorchSharp.torch.Tensor tensor) { }
    }
    public sealed class ZeroPad2d : TorchSharp.Modules.PadBase { }
}
namespace TorchSharp.Utils
{
    public class OrderedDict<TKey, TValue> : System.Collections.Generic.ICollection<System.Collections.Generic.KeyValuePair<TKey, TValue>>, System.Collections.Generic.ICollection<System.ValueTuple<TKey, TValue>>, System.Collections.Generic.IDictionary<TKey, TValue>, System.Collections.Generic.IEnumerable<System.Collections.Generic.KeyValuePair<TKey, TValue>>, System.Collections.Generic.IEnumerable<System.ValueTuple<TKey, TValue>>, System.Collections.Generic.IList<System.ValueTuple<TKey, TValue>>, System.Collections.IEnumerable
        where TKey :  notnull
    {
        public OrderedDict() { }
        public int Count { get; }
        public bool IsReadOnly { get; }
        public System.ValueTuple<TKey, TValue> this[int index] { get; set; }
        public TValue this[TKey key] { get; set; }
        public System.Collections.Generic.ICollection<TKey> Keys { get; }
        public System.Collections.Generic.ICollection<TValue> Values { get; }
        public void Add(System.Collections.Generic.KeyValuePair<TKey, TValue> item) { }
        public void Add(System.ValueTuple<TKey, TValue> item) { }
        public void Add(TKey key, TValue value) { }
        public void Clear() { }
        public bool Contains(System.Collections.Generic.KeyValuePair<TKey, TValue> item) { }
        public bool Contains(System.ValueTuple<TKey, TValue> item) { }
        public bool ContainsKey(TKey key) { }
        public void CopyTo(System.Collections.Generic.KeyValuePair<TKey, TValue>[] array, int arrayIndex) { }
        public void CopyTo(System.ValueTuple<TKey, TValue>[] array, int arrayIndex) { }
        public System.Collections.Generic.IEnumerator<System.ValueTuple<TKey, TValue>> GetEnumerator() { }
        public int IndexOf(System.ValueTuple<TKey, TValue> item) { }
        public void Insert(int index, System.ValueTuple<TKey, TValue> item) { }
        public bool Remove(System.Collections.Generic.KeyValuePair<TKey, TValue> item) { }
        public bool Remove(System.ValueTuple<TKey, TValue> item) { }
        public bool Remove(TKey key) { }
        public void RemoveAt(int index) { }
        public bool TryGetValue(TKey key, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out TValue value) { }
        public void clear() { }
        public System.Collections.Generic.IEnumerator<System.ValueTuple<TKey, TValue>> items() { }
        public System.Collections.Generic.IEnumerable<TKey> keys() { }
        public System.Collections.Generic.IEnumerable<TValue> values() { }
    }
    public sealed class TensorAccessor<T> : System.Collections.Generic.IEnumerable<T>, System.Collections.IEnumerable, System.IDisposable
        where T :  unmanaged
    {
        public long Count { get; }
        public bool IsReadOnly { get; }
        public T this[long[] indices] { get; set; }
        public void CopyFrom(System.ReadOnlySpan<T> array, int arrayIndex = 0, long tensorIndex = 0) { }
        public void CopyFrom(T[] array, int arrayIndex = 0, long tensorIndex = 0) { }
        public void CopyTo(System.Span<T> array, int arrayIndex = 0, long tensorIndex = 0) { }
        public void CopyTo(T[] array, int arrayIndex = 0, long tensorIndex = 0) { }
        public void Dispose() { }
        public override bool Equals(object? obj) { }
        public System.Collections.Generic.IEnumerator<T> GetEnumerator() { }
        public override int GetHashCode() { }
        public T[] ToArray() { }
        public System.Array ToNDArray() { }
        public static bool operator !=(TorchSharp.Utils.TensorAccessor<T> left, TorchSharp.Utils.TensorAccessor<T> right) { }
        public static bool operator ==(TorchSharp.Utils.TensorAccessor<T> left, TorchSharp.Utils.TensorAccessor<T> right) { }
    }
}
